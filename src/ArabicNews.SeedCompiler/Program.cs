using ArabicNews.SeedCompiler;

// compile [--check]          seeds/ → embedded data and generated tables; --check only compares, exit code 1 on a difference
// unicode                    facts of the running .NET's Unicode data → seeds/unicode/{classes,lowercase}.tsv
string root = Repository.FindRoot();
switch (args)
{
    case ["compile"]:
        return Outputs.Write(root);
    case ["compile", "--check"]:
        return Outputs.Check(root);
    case ["unicode"]:
        return UnicodeFacts.Run(root);
    default:
        return 2;
}

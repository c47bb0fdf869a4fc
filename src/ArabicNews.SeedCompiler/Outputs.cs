namespace ArabicNews.SeedCompiler;

/// <summary>One file that is made from seeds alone: the same seeds give the same bytes.</summary>
/// <param name="Path">Where it lies in the repository.</param>
/// <param name="Compile">From the root of the repository to the file's bytes.</param>
internal sealed record Output(string Path, Func<string, byte[]> Compile);

/// <summary>All generated files. A new one is a compiler class of its own and a line here.</summary>
internal static class Outputs
{
    private static readonly Output[] All =
    [
        new("src/ArabicNews/Text/CharTables.g.cs", CharTablesCompiler.Compile),
        new("src/ArabicNews/Data/stopwords.bin", StopWordsCompiler.Compile),
        new("src/ArabicNews/Data/lexicon.bin", LexiconCompiler.Compile),
        new("src/ArabicNews/Data/gazetteer.bin", GazetteerCompiler.Compile),
        new("src/ArabicNews/Data/markers.bin", MarkersCompiler.Compile),
        new("src/ArabicNews/Data/credits.bin", CreditLexiconCompiler.Compile),
        new("src/ArabicNews/Data/dates.bin", DatesCompiler.Compile),
    ];

    public static int Write(string root)
    {
        foreach (Output output in All)
        {
            byte[] bytes = output.Compile(root);
            string file = Path.Combine(root, output.Path);
            bool same = IsSame(file, bytes);
            if (!same)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllBytes(file, bytes);
            }

            Console.WriteLine($"{(same ? "unchanged" : "written  ")} {output.Path} {bytes.Length} bytes");
        }

        return 0;
    }

    /// <summary>Writes nothing; 1 when a file differs from what the seeds give.</summary>
    public static int Check(string root)
    {
        int result = 0;
        foreach (Output output in All)
        {
            if (IsSame(Path.Combine(root, output.Path), output.Compile(root))) continue;
            Console.Error.WriteLine($"{output.Path} differs from its seeds; run: dotnet run -c Release --project src/ArabicNews.SeedCompiler -- compile");
            result = 1;
        }

        return result;
    }

    private static bool IsSame(string file, byte[] bytes) => File.Exists(file) && File.ReadAllBytes(file).AsSpan().SequenceEqual(bytes);
}

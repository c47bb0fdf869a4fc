using ArabicNews.SeedCompiler;

// compile [--check]          seeds/ → embedded data and generated tables; --check only compares, exit code 1 on a difference
// words <shared data folder>      counts words of permissively licensed text → seeds/lexicon/words.tsv
// segmenter <shared data folder>  trains the segmenter on annotated news → src/ArabicNews/Data/segmenter.bin, and prints its two-fold scores
// train <shared data folder> [--folds]  trains the tagger of people and places on annotated news → src/ArabicNews/Data/tagger.{bin,json}; --folds also prints its three-fold scores
// unicode                    facts of the running .NET's Unicode data → seeds/unicode/{classes,lowercase}.tsv
string root = Repository.FindRoot();
switch (args)
{
    case ["compile"]:
        return Outputs.Write(root);
    case ["compile", "--check"]:
        return Outputs.Check(root);
    case ["words", var sharedData]:
        return WordCounter.Run(root, sharedData);
    case ["segmenter", var sharedData]:
        return SegmenterTrainer.Run(root, sharedData);
    case ["train", var sharedData]:
        return TaggerTrainer.Run(root, sharedData, withFolds: false);
    case ["train", var sharedData, "--folds"]:
        return TaggerTrainer.Run(root, sharedData, withFolds: true);
    case ["unicode"]:
        return UnicodeFacts.Run(root);
    default:
        Console.Error.WriteLine("usage: compile [--check] | words <shared data folder> | segmenter <shared data folder> | train <shared data folder> [--folds] | unicode");
        return 2;
}

namespace ArabicNews.Cli.Tests;

/// <summary>The words of a line as a shell takes it apart, up to where it hands the output on.</summary>
internal static class ShellWords
{
    public static string[] Split(string line)
    {
        var words = new List<string>();
        string word = "";
        bool isQuoted = false, isBegun = false;
        foreach (char letter in line + " ")
        {
            if (letter == '\'') (isQuoted, isBegun) = (!isQuoted, true);
            else if (letter == ' ' && !isQuoted)
            {
                if (isBegun && word is "|" or ">" or ">>") break;
                if (isBegun) words.Add(word);
                (word, isBegun) = ("", false);
            }
            else (word, isBegun) = (word + letter, true);
        }

        return [.. words];
    }
}

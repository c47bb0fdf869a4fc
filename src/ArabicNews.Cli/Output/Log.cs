namespace ArabicNews.Cli.Output;

/// <summary>Remarks on stderr. Those that only please a person are made on a terminal only; what fails is said in any case.</summary>
internal sealed class Log(Surface surface, bool isQuiet)
{
    /// <summary>A remark that a script has no use for.</summary>
    public void Remark(string message)
    {
        if (surface.IsErrorTerminal && !isQuiet) Write(message);
    }

    /// <summary>Something went wrong and the run goes on.</summary>
    public void Warn(string message)
    {
        if (!isQuiet) Write(message);
    }

    /// <summary>Why the run ends here.</summary>
    public static void Fatal(string message) => Write(message);

    private static void Write(string message)
    {
        try
        {
            Console.Error.WriteLine($"arabicnews: {SafeText.OneLine(message)}");
        }
        catch (IOException)
        {
            // Nobody listens any more.
        }
    }
}

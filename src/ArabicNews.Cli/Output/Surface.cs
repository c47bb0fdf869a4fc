namespace ArabicNews.Cli.Output;

/// <summary>What stdout and stderr are.</summary>
/// <param name="IsOutputTerminal">Whether stdout is a terminal.</param>
/// <param name="IsErrorTerminal">Whether stderr is one.</param>
/// <param name="HasColor">Whether what people read has colours.</param>
/// <param name="Width">Cells in a line.</param>
internal sealed record Surface(bool IsOutputTerminal, bool IsErrorTerminal, bool HasColor, int Width)
{
    private const int DefaultWidth = 100;

    public static Surface Detect(bool noColor)
    {
        bool isOutputTerminal = !Console.IsOutputRedirected, isErrorTerminal = !Console.IsErrorRedirected;
        bool forbidsColor = noColor || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new Surface(isOutputTerminal, isErrorTerminal, isOutputTerminal && !forbidsColor, isOutputTerminal ? WidthOfTerminal() : DefaultWidth);
    }

    private static int WidthOfTerminal()
    {
        try
        {
            // A pseudo-terminal that nobody gave a size says 0.
            return Console.WindowWidth is > 0 and var width ? Math.Clamp(width, 40, 200) : DefaultWidth;
        }
        catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
        {
            return DefaultWidth;
        }
    }
}

using Spectre.Console;
using Spectre.Console.Rendering;

namespace ArabicNews.Cli.Output;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What stands in it.</param>
/// <param name="Tone">How it is meant.</param>
/// <param name="IsFolded">Whether it may go on in a next line.</param>
internal readonly record struct Cell(string Text, Tone Tone = Tone.Plain, bool IsFolded = true)
{
    public static implicit operator Cell(string? text) => new(text ?? "");
}

/// <summary>Rows under headings; columns as wide as they need to be and no wider than the terminal lets them.</summary>
internal sealed class PaperTable
{
    private readonly string[] _headings;
    private readonly List<Cell[]> _rows = [];

    public PaperTable(params string[] headings) => _headings = headings;

    public bool IsEmpty => _rows.Count == 0;

    public void Add(params Cell[] cells) => _rows.Add(cells);

    /// <summary>The table as text with line feeds.</summary>
    public string Render(Surface surface)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = _headings.Any(heading => heading.Length > 0), UseSafeBorder = false };
        foreach (string heading in _headings)
            table.AddColumn(new TableColumn(new BidiText(heading, StyleOf(Tone.Faint, surface))) { Padding = new Padding(0, 0, 2, 0) });
        foreach (Cell[] row in _rows) table.Rows.Add(row.Select(cell => (IRenderable)new BidiText(cell.Text, StyleOf(cell.Tone, surface), cell.IsFolded)));
        using var text = new StringWriter { NewLine = "\n" };
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            // Yes also without colours: it is what lets the direction marks through. Styles are then all plain, and nothing else is written as a code.
            Ansi = AnsiSupport.Yes,
            ColorSystem = surface.HasColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = surface.Width;
        console.Write(table);
        return TrimLines(text.ToString());
    }

    // The last column is padded to its width, which a copied line should not be.
    private static string TrimLines(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd(' ', '\r')));

    private static Style StyleOf(Tone tone, Surface surface) => !surface.HasColor ? Style.Plain : tone switch
    {
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Faint => new Style(decoration: Decoration.Dim),
        Tone.Good => new Style(Color.Green),
        Tone.Bad => new Style(Color.Red),
        Tone.Person => new Style(Color.Teal),
        Tone.Place => new Style(Color.Olive),
        Tone.Organization => new Style(Color.Purple),
        _ => Style.Plain,
    };
}

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ArabicNews.Cli.Input;

namespace ArabicNews.Cli.Running;

/// <summary>Arguments and options of every command that reads records; read them through <see cref="CommandRun"/>.</summary>
internal static class RecordOptions
{
    public static Argument<string[]> Files { get; } = new("FILE") { Description = "Files, folders and globs; - or nothing for stdin", Arity = ArgumentArity.ZeroOrMore };

    public static Option<string?> Text { get; } = new("--text", "-t") { Description = "Read this text instead of files" };

    public static Option<RecordFormat> From { get; } = Choices.Option("--from", "What the input is; by default told from name and content", RecordFormats.ByName, RecordFormat.Auto);

    public static Option<string?> Encoding { get; } = new("--encoding") { Description = "Encoding of text files, such as windows-1256; HTML tells its own", HelpName = "NAME" };

    public static Option<bool> Lines { get; } = new("--lines") { Description = "Each line of a text file is a record" };

    public static Option<long?> Limit { get; } = new Option<long?>("--limit", "-n") { Description = "Stop after so many records", HelpName = "N" }.AtLeastOne();

    public static Option<int> MaxRecord { get; } = new Option<int>("--max-record")
    {
        Description = "Largest record, in MiB; larger ones are refused",
        HelpName = "MIB",
        DefaultValueFactory = _ => 16,
    }.AtLeastOne();

    public static Option<int> Jobs { get; } = new Option<int>("--jobs", "-j")
    {
        Description = "Records worked on at once; the output keeps its order",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    }.AtLeastOne();

    /// <summary>Of commands on names, which read all of a text and of HTML the main article.</summary>
    public static Option<bool> Article { get; } = new("--article") { Description = "Take a text for a crawled page and read its main article only" };

    public static Option<string?> Errors { get; } = new("--errors") { Description = "Write records that failed to this file, JSON Lines with file, line and reason", HelpName = "FILE" };

    public static Option<string?> Output { get; } = new("--output", "-o") { Description = "Write to this file instead of stdout", HelpName = "FILE" };

    public static Option<bool> Resume { get; } = new("--resume") { Description = "Go on where a run with the same --output was cut off" };

    /// <summary>Adds all of them.</summary>
    /// <param name="command">The command.</param>
    /// <param name="writes">Whether it writes records: <c>--output</c> then, and <c>--resume</c>, which needs it.</param>
    public static void AddTo(Command command, bool writes = true)
    {
        AddInputTo(command);
        command.Options.Add(Jobs);
        if (!writes) return;
        command.Options.Add(Output);
        command.Options.Add(Resume);
    }

    /// <summary>Adds what says which records are read, and where those go that cannot be.</summary>
    public static void AddInputTo(Command command)
    {
        command.Arguments.Add(Files);
        foreach (Option option in (Option[])[Text, From, Encoding, Lines, Limit, MaxRecord, Errors]) command.Options.Add(option);
    }
}

/// <summary>Options whose value is a number from here to there. What is no number is told by the parser.</summary>
internal static class Ranges
{
    /// <summary>The option, which takes 1 and more.</summary>
    public static Option<T> AtLeastOne<T>(this Option<T> option) => option.Check(value => value >= 1, "must be at least 1");

    /// <summary>The option, which takes <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static Option<int> Between(this Option<int> option, int least, int most) => option.Check(value => value >= least && value <= most, string.Create(CultureInfo.InvariantCulture, $"is {least} to {most}"));

    private static Option<T> Check<T>(this Option<T> option, Func<long, bool> isRight, string rule)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && long.TryParse(result.Tokens[^1].Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out long value) && !isRight(value)) result.AddError($"{option.Name} {rule}.");
        });
        return option;
    }
}

/// <summary>Options whose value is one of some words.</summary>
internal static class Choices
{
    /// <summary>An option with a default; the shell completes its words.</summary>
    public static Option<T> Option<T>(string name, string description, IReadOnlyDictionary<string, T> byName, T value)
    {
        var option = new Option<T>(name)
        {
            Description = description,
            HelpName = string.Join('|', byName.Keys),
            CustomParser = result => Parse(result, byName),
            DefaultValueFactory = _ => value,
        };
        option.CompletionSources.Clear();
        option.CompletionSources.Add([.. byName.Keys]);
        return option;
    }

    private static T Parse<T>(ArgumentResult result, IReadOnlyDictionary<string, T> byName)
    {
        string word = result.Tokens[^1].Value;
        if (byName.TryGetValue(word, out T? value)) return value;
        result.AddError($"'{word}' is none of {string.Join(", ", byName.Keys)}.");
        return default!;
    }
}

namespace ArabicNews.Evaluation;

/// <summary>One subcommand: scores one engine on one kind of gold data.</summary>
/// <param name="Name">As typed, and as printed before the score.</param>
/// <param name="Options">The options it knows beside <c>--predictions</c>, for the usage line.</param>
/// <param name="Run">Prints its table and returns the score.</param>
internal sealed record Evaluation(string Name, string Options, Func<EvaluationArguments, double> Run);

/// <summary>What stands behind the subcommand.</summary>
/// <param name="Path">The gold file or folder; null scores what the repository itself holds.</param>
/// <param name="Options">Options by name, without the dashes; one that takes no value has an empty one.</param>
internal sealed record EvaluationArguments(string? Path, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>Where the gold columns and ours are written; null when nobody asked.</summary>
    public string? Predictions => Options.GetValueOrDefault("predictions");

    /// <summary>The path, for an evaluation that has no data of its own in the repository.</summary>
    public string RequiredPath => Path ?? throw new UsageException("this evaluation needs a path: the repository holds no data for it");

    public static EvaluationArguments Parse(ReadOnlySpan<string> arguments)
    {
        string? path = null;
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].StartsWith("--", StringComparison.Ordinal))
            {
                bool hasValue = i + 1 < arguments.Length && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal);
                options[arguments[i][2..]] = hasValue ? arguments[++i] : "";
            }
            else if (path is null)
            {
                path = arguments[i];
            }
            else
            {
                throw new UsageException($"a second path: {arguments[i]}");
            }
        }

        return new EvaluationArguments(path, options);
    }
}

/// <summary>The caller asked for something that is not there.</summary>
internal sealed class UsageException(string message) : Exception(message);

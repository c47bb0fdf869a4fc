using System.CommandLine;
using ArabicNews.Cli.Running;

namespace ArabicNews.Cli.Commands;

/// <summary><c>normalize</c>: one spelling for what is written in many ways.</summary>
internal sealed class NormalizeCommand : CliCommand
{
    public NormalizeCommand() : base("normalize", "Give text one spelling, with the way back", new Example("arabicnews normalize --text 'هٰذا مُحَمَّـــد'", "one text"))
    {
        RecordOptions.AddTo(this);
        Run(run =>
        {
            run.ReadsLines = true;
            return run.WriteRecordsAsync(
                json: (record, json) => json.WriteString("text"u8, ArabicNormalizer.Search.Normalize(record.GetText(run.Cancellation))),
                human: (record, paper) => paper.WriteLines(ArabicNormalizer.Search.Normalize(record.GetText(run.Cancellation))));
        });
    }
}

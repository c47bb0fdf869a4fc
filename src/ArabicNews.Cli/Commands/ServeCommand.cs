using System.CommandLine;
using System.Net;
using ArabicNews.Cli.Indexing;
using ArabicNews.Cli.Output;
using ArabicNews.Cli.Running;
using ArabicNews.Cli.Serving;
using ArabicNews.Lucene;

namespace ArabicNews.Cli.Commands;

/// <summary><c>serve</c>: an index for other programs.</summary>
internal sealed class ServeCommand : CliCommand
{
    private readonly Option<string> _host = new("--host") { Description = "Address to listen on; 0.0.0.0 for all of the machine", HelpName = "ADDRESS", DefaultValueFactory = _ => "127.0.0.1" };
    private readonly Option<int> _port = new Option<int>("--port") { Description = "Port; 0 for any that is free", HelpName = "N", DefaultValueFactory = _ => 8080 }.Between(0, ushort.MaxValue);
    private readonly Option<int> _rate = new Option<int>("--rate") { Description = "Requests of one address in a second; twice as many at once", HelpName = "N", DefaultValueFactory = _ => 50 }.Between(1, 1_000_000);
    private readonly Option<int> _deadline = new Option<int>("--deadline") { Description = "Milliseconds for a search; then what was found so far", HelpName = "MS", DefaultValueFactory = _ => 2000 }.Between(1, 600_000);

    public ServeCommand() : base("serve", "Answer searches over an index by HTTP and JSON", new Example("arabicnews serve --index news.index", "on http://127.0.0.1:8080"))
    {
        Notes = "GET /search?q=&limit=&order=&collapse=  /facets?q=&limit=&by=  /article?id=  /health. What others commit to the index is found at once. There is no encryption and no login: put a proxy before it.";
        Options.Add(IndexOptions.Folder);
        foreach (Option option in (Option[])[_port, _rate, _deadline, _host]) Options.Add(option);
        Run(ServeAsync);
    }

    private async Task<int> ServeAsync(CommandRun run)
    {
        string host = run.Get(_host);
        if (!IPAddress.TryParse(host == "localhost" ? "127.0.0.1" : host, out IPAddress? address)) throw CliException.Usage($"--host '{host}' is no IP address.");
        using NewsIndex index = IndexOptions.Open(run);
        var api = new SearchApi(index, TimeSpan.FromMilliseconds(run.Get(_deadline)));
        await using SearchServer server = await SearchServer.StartAsync(api, new SearchServerOptions(address, run.Get(_port), run.Get(_rate), 2 * Environment.ProcessorCount));

        // Says also that it is ready, to whoever started it.
        run.Write(json => json.WriteString("url"u8, server.Url), paper => paper.Write("Listening on ").WriteLine(server.Url, Tone.Strong));
        await Task.Delay(Timeout.Infinite, run.Cancellation);
        return ExitCode.Ok;
    }
}

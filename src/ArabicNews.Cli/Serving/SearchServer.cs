using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace ArabicNews.Cli.Serving;

/// <summary>How <c>serve</c> is reached, and what one client may ask for.</summary>
/// <param name="Address">Where it listens.</param>
/// <param name="Port">On which port; 0 for any that is free.</param>
/// <param name="RequestsPerSecond">Requests of one address in a second; twice as many at once.</param>
/// <param name="Concurrent">Searches at once, of all clients.</param>
internal sealed record SearchServerOptions(IPAddress Address, int Port, int RequestsPerSecond, int Concurrent);

/// <summary>
/// <see cref="SearchApi"/> over HTTP: GET and HEAD only, no bodies, short lines and headers, so many requests of one address, so many searches at once. On a loopback address only requests for a local name are
/// answered: a page of the web that points its own name there would else read the index through the browser of whoever visits it.
/// </summary>
internal sealed class SearchServer : IAsyncDisposable
{
    private const int MaxRequestLine = 16 * 1024, MaxHeaders = 16 * 1024, MaxConnections = 512;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1), s_headers = TimeSpan.FromSeconds(10), s_idle = TimeSpan.FromSeconds(60), s_shutdown = TimeSpan.FromSeconds(5);

    private readonly WebApplication _app;
    private readonly PartitionedRateLimiter<IPAddress> _rates;
    private readonly SemaphoreSlim _searches;
    private readonly bool _isLocal;
    private readonly SearchApi _api;

    private SearchServer(SearchApi api, SearchServerOptions options)
    {
        _api = api;
        _isLocal = IPAddress.IsLoopback(options.Address);
        _searches = new SemaphoreSlim(options.Concurrent);
        _rates = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.RequestsPerSecond * 2,
            TokensPerPeriod = options.RequestsPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            AutoReplenishment = true,
        }));

        // Empty: no files and no environment are read, and nothing is logged on stdout.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(options.Address, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Limits.MaxRequestLineSize = MaxRequestLine;
            kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaders;
            kestrel.Limits.MaxConcurrentConnections = MaxConnections;
            kestrel.Limits.RequestHeadersTimeout = s_headers;
            kestrel.Limits.KeepAliveTimeout = s_idle;
        });
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Where it listens.</summary>
    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Starts a server.</summary>
    /// <exception cref="CliException">The port is taken, or may not be listened on.</exception>
    public static async Task<SearchServer> StartAsync(SearchApi api, SearchServerOptions options)
    {
        var server = new SearchServer(api, options);
        try
        {
            await server._app.StartAsync();
            return server;
        }
        catch (Exception exception) when (exception is IOException or System.Net.Sockets.SocketException)
        {
            await server.DisposeAsync();
            throw CliException.Usage($"Cannot listen on {options.Address}:{options.Port}: {exception.Message}", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Requests that are under way get their answers.
        using (var patience = new CancellationTokenSource(s_shutdown)) await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
        await _rates.DisposeAsync();
        _searches.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        SearchApi.ApiAnswer answer = await AnswerWithinLimitsAsync(context);
        HttpResponse response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = answer.Body.Length;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        if (answer.Status is 429 or 503) response.Headers.RetryAfter = "1";
        if (answer.Status == 405) response.Headers.Allow = "GET, HEAD";
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    private async Task<SearchApi.ApiAnswer> AnswerWithinLimitsAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return SearchApi.ApiAnswer.Error(405, "Only GET and HEAD.");
        if (_isLocal && !IsLocalName(request.Host.Host)) return SearchApi.ApiAnswer.Error(421, "This server answers for localhost.");
        using RateLimitLease lease = _rates.AttemptAcquire(context.Connection.RemoteIpAddress ?? IPAddress.None);
        if (!lease.IsAcquired) return SearchApi.ApiAnswer.Error(429, "Too many requests.");
        if (!await _searches.WaitAsync(s_patience, context.RequestAborted)) return SearchApi.ApiAnswer.Error(503, "Too many searches at once.");
        try
        {
            IQueryCollection query = request.Query;
            return _api.Answer(request.Path.Value ?? "/", name => query.TryGetValue(name, out var values) ? values[0] : null);
        }
        finally
        {
            _searches.Release();
        }
    }

    private static bool IsLocalName(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}

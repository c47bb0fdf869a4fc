using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace NewsSearch.Web.Serving;

/// <summary>How large a request may be, how many may come from one address, and how many are answered at once.</summary>
internal static class Limits
{
    /// <summary>Longest request line in bytes: every parameter at its longest would be more, a person's query is far less.</summary>
    public const int MaxRequestLine = 8 << 10;

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestLineSize = MaxRequestLine;
            server.Limits.MaxRequestHeadersTotalSize = 16 << 10;
            server.Limits.MaxRequestBodySize = 0;
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });

        // Ends what waits, such as sending to a slow reader; a search computes, and has a limit of its own.
        builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new() { Timeout = TimeSpan.FromSeconds(10) });
        builder.Services.AddRateLimiter(limiter => limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        builder.Services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<IOptions<SiteOptions>>((limiter, site) =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(ByAddress(site.Value), AtOnce());
            limiter.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "1";
                return ValueTask.CompletedTask;
            };
        });
    }

    private static PartitionedRateLimiter<HttpContext> ByAddress(SiteOptions site) => PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetTokenBucketLimiter(NetworkOf(context.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = site.SearchBurst,
            TokensPerPeriod = site.SearchesPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        }));

    // Searches compute; more of them than processors only wait for each other.
    private static PartitionedRateLimiter<HttpContext> AtOnce() => PartitionedRateLimiter.Create<HttpContext, int>(_ =>
        RateLimitPartition.GetConcurrencyLimiter(0, _ => new ConcurrencyLimiterOptions { PermitLimit = 4 * Environment.ProcessorCount, QueueLimit = 64 }));

    // Whoever has one IPv6 address has the 2^64 beside it.
    private static string NetworkOf(IPAddress? address) => address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
        ? Convert.ToHexString(address.GetAddressBytes(), 0, 8)
        : address?.MapToIPv4().ToString() ?? "";
}

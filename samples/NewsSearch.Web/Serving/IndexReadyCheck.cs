using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsSearch.Web.News;

namespace NewsSearch.Web.Serving;

/// <summary>Healthy once all pages are indexed: a load balancer waits for it, people need not.</summary>
internal sealed class IndexReadyCheck(NewsIndexer indexer) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        indexer.IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"{indexer.DoneCount} of {indexer.TotalCount} pages are indexed."));
}

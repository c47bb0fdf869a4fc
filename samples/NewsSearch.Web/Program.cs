// A news search site over a folder of pages: dotnet run -c Release --project samples/NewsSearch.Web [-- --folder PATH]
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ArabicNews.Lucene;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using NewsSearch.Web;
using NewsSearch.Web.News;
using NewsSearch.Web.Pages;
using NewsSearch.Web.Search;
using NewsSearch.Web.Serving;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddCommandLine(args, new Dictionary<string, string> { ["--folder"] = $"{SiteOptions.Section}:{nameof(SiteOptions.Folder)}" });
builder.AddLimits();

IServiceCollection services = builder.Services;
services.Configure<SiteOptions>(builder.Configuration.GetSection(SiteOptions.Section));
services.AddSingleton(TimeProvider.System);
services.AddSingleton(_ => NewsIndex.CreateInMemory());
services.AddSingleton<NewsFolder>().AddSingleton<NewsIndexer>().AddHostedService(provider => provider.GetRequiredService<NewsIndexer>());
services.AddMemoryCache(cache => cache.SizeLimit = ArticleReader.CacheSize).AddSingleton<ArticleReader>();
services.AddSingleton<SiteMetrics>().AddSingleton<PrometheusText>().AddSingleton<SearchService>();
services.AddHealthChecks().AddCheck<IndexReadyCheck>("index", tags: ["ready"]);
services.AddRazorComponents();
services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // Arabic letters stay letters; what is markup is escaped all the same.
services.AddValidation().AddProblemDetails().AddOpenApi();
services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, SearchJson.Default));
services.AddResponseCompression();

WebApplication app = builder.Build();
app.Services.GetRequiredService<PrometheusText>(); // From the first request on.
app.UseSecurityHeaders();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.UseResponseCompression();
app.UseStaticFiles();
app.UseRateLimiter();
app.UseRequestTimeouts();

app.MapSearchPages();
app.MapSearchApi();
app.MapOpenApi();
app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).DisableRateLimiting();
app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }).DisableRateLimiting();
app.MapGet("/metrics", (PrometheusText metrics) => TypedResults.Text(metrics.Write(), "text/plain; version=0.0.4")).DisableRateLimiting().ExcludeFromDescription();
app.Run();

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ArabicNews.Lucene;

/// <summary>Registers a <see cref="NewsIndex"/> with a container.</summary>
public static class NewsIndexServices
{
    /// <summary>
    /// Registers the index in a directory as a singleton, opened when it is first asked for, and closed, with a commit, when the container is disposed of. Where a <see cref="NewsIndex"/> is registered already, nothing is done.
    /// </summary>
    /// <param name="services">Where to register.</param>
    /// <param name="directory">As in <see cref="NewsIndex.Open(string, NewsIndexOptions?)"/>.</param>
    /// <param name="options">Settings; checked here, not first when the index is opened.</param>
    /// <exception cref="ArgumentException"><paramref name="directory"/> is empty.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public static IServiceCollection AddArabicNewsIndex(this IServiceCollection services, string directory, NewsIndexOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        options?.Check();
        services.TryAddSingleton(_ => NewsIndex.Open(directory, options));
        return services;
    }

    /// <summary>As <see cref="AddArabicNewsIndex(IServiceCollection, string, NewsIndexOptions?)"/>, with settings that come from the container, as an <see cref="EntityExtractor"/> of the application's own.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="directory">As in <see cref="NewsIndex.Open(string, NewsIndexOptions?)"/>.</param>
    /// <param name="options">Makes the settings when the index is opened.</param>
    /// <exception cref="ArgumentException"><paramref name="directory"/> is empty.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddArabicNewsIndex(this IServiceCollection services, string directory, Func<IServiceProvider, NewsIndexOptions> options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(provider => NewsIndex.Open(directory, options(provider)));
        return services;
    }
}

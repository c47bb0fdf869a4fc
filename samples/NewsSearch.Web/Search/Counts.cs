using ArabicNews.Lucene;

namespace NewsSearch.Web.Search;

/// <summary>What the pages, the charts and the API read out of counts of the index.</summary>
internal static class Counts
{
    extension(FacetCount count)
    {
        /// <summary>What a filter names it by.</summary>
        public string Key => count.Id ?? count.Name;
    }

    extension(DateCount count)
    {
        public DateOnly Day => DateOnly.FromDateTime(count.Start.UtcDateTime);
    }
}

namespace ArabicNews;

/// <summary>A place of the gazetteer.</summary>
/// <param name="Id">Stable identifier: the Wikidata item (<c>Q60</c>) where one is known, else the source and its number.</param>
/// <param name="Name">The usual Arabic name.</param>
/// <param name="EnglishName">The usual English name.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2, upper case; empty for what lies in no one country (seas, continents).</param>
/// <param name="Latitude">Degrees, north positive, WGS 84, of a point that stands for the place.</param>
/// <param name="Longitude">Degrees, east positive, WGS 84.</param>
/// <param name="Kind">What sort of place.</param>
/// <param name="Subdivision">ISO 3166-2 code of the first-level division that the place is or lies in («EG-C»); null where none is known.</param>
/// <param name="Population">Number of inhabitants by the source of the row, some years old; 0 where none is known.</param>
public sealed record PlaceInfo(
    string Id, string Name, string EnglishName, string CountryCode, double Latitude, double Longitude, PlaceKind Kind, string? Subdivision = null, int Population = 0);

/// <summary>What sort of place.</summary>
public enum PlaceKind
{
    /// <summary>A country or territory with an ISO 3166 code.</summary>
    Country,
    /// <summary>A country's seat of government.</summary>
    Capital,
    /// <summary>A large city.</summary>
    City,
    /// <summary>A town, village or locality.</summary>
    Town,
    /// <summary>A first-level division: governorate, province, state, wilaya; of Morocco its provinces too.</summary>
    Region,
    /// <summary>An area that is no division: قطاع غزة, الشرق الأوسط, سيناء.</summary>
    Area,
    /// <summary>A continent.</summary>
    Continent,
    /// <summary>A sea, gulf, river, lake or strait.</summary>
    Water,
    /// <summary>An island or group of islands.</summary>
    Island,
    /// <summary>A part of a city or a second-level division.</summary>
    District,
    /// <summary>A crossing, camp, airport, square or other site.</summary>
    Site,
    /// <summary>A mountain or range.</summary>
    Mountain,
}

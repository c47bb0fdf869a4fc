namespace ArabicNews;

/// <summary>The pieces that give one date together: at most one of a kind, and none that contradicts another.</summary>
internal struct DateGroup
{
    /// <summary>Its items, end exclusive.</summary>
    public int First, End;

    /// <summary>Behind the last piece that was added, which may be left out at the end.</summary>
    public int ReadEnd;

    /// <summary>The start in code units where it is inside an item; 0 otherwise.</summary>
    public int StartOverride;

    public DateElement? Gregorian, Hijri, Day, Distance, Period, Weekday, Time, Zone;
    public bool IsWeak;
    private bool _isStarted;

    public readonly bool HasCore => Gregorian is not null || Hijri is not null || Day is not null || Distance is not null || Period is not null || Weekday is not null;

    /// <summary>
    /// Adds a piece behind a soft <paramref name="gap"/>; false when another date begins with it.
    /// </summary>
    public bool TryAdd(in DateElement element, DateGap gap)
    {
        if (!(element.Kind switch
        {
            DateElementKind.Calendar => TryAddCalendar(element, gap),
            DateElementKind.Day => Day is null && Weekday is null && IsFree() && Set(ref Day, element),
            DateElementKind.Distance => Day is null && Weekday is null && Time is null && IsFree() && Set(ref Distance, element),
            DateElementKind.Period => Day is null && IsFree() && Set(ref Period, element),
            DateElementKind.Weekday => Weekday is null && Distance is null && Matches(element) && Set(ref Weekday, element),
            DateElementKind.Time => Time is null && Distance is null && Set(ref Time, element),
            DateElementKind.Zone => Zone is null && Set(ref Zone, element),
            _ => true,
        })) return false;

        if (!_isStarted) (First, StartOverride, _isStarted) = (element.First, element.StartOverride, true);
        bool isLoose = element.Kind == DateElementKind.Part && (element.Value == 1 || gap != DateGap.None);
        if (!isLoose) End = element.End;
        ReadEnd = element.End;
        IsWeak |= element.IsWeak;
        return true;
    }

    private readonly bool IsFree() => Gregorian is null && Hijri is null && Distance is null && Period is null;

    private static bool Set(ref DateElement? slot, in DateElement element)
    {
        slot = element;
        return true;
    }

    // Two calendars may stand beside each other where they agree, or where the text says that they do.
    private bool TryAddCalendar(in DateElement element, DateGap gap)
    {
        if (Distance is not null || Period is not null) return false;
        if (element.Day == 0 && HasCore) return false;
        if (Gregorian is null && Hijri is null) return Set(ref element.IsHijri ? ref Hijri : ref Gregorian, element);
        DateElement other = Gregorian ?? Hijri!.Value;
        if (other.IsHijri == element.IsHijri || other.Day == 0) return false;
        if (gap != DateGap.Concord && !DateResolver.Agree(element, other)) return false;
        return Set(ref element.IsHijri ? ref Hijri : ref Gregorian, element);
    }

    // A weekday behind a full date is part of it only where it is right.
    private readonly bool Matches(in DateElement weekday) =>
        (Gregorian ?? Hijri) is not { } day || (weekday.Shift is null && DateResolver.IsOn(day, weekday.Value));
}

/// <summary>What stands between two pieces of a date.</summary>
internal enum DateGap
{
    /// <summary>Something that ends a date.</summary>
    Hard,
    /// <summary>Nothing but white space.</summary>
    None,
    /// <summary>Signs and small words.</summary>
    Soft,
    /// <summary>الموافق.</summary>
    Concord,
}

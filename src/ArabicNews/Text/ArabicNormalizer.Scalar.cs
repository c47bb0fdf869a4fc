namespace ArabicNews;

// The definition: one code unit after the other. Every later version must agree with it.
public sealed partial class ArabicNormalizer
{
    /// <summary>Hears of every place where the result is not one code unit for one. A struct, so that the caller who wants no offsets pays for none.</summary>
    private interface IOffsetSink
    {
        /// <summary>[sourceStart, sourceEnd) became [start, end).</summary>
        void Replace(int sourceStart, int sourceEnd, int start, int end);

        /// <summary>The mark before <paramref name="sourceEnd"/> went into the letter at <paramref name="letter"/>; the text ends at <paramref name="end"/>.</summary>
        void Join(int sourceEnd, int letter, int end);
    }

    private readonly struct NoOffsets : IOffsetSink
    {
        public void Replace(int sourceStart, int sourceEnd, int start, int end)
        {
        }

        public void Join(int sourceEnd, int letter, int end)
        {
        }
    }

    private readonly struct BuiltOffsets(OffsetMap.Builder builder) : IOffsetSink
    {
        public void Replace(int sourceStart, int sourceEnd, int start, int end)
        {
            builder.Copy(sourceStart - builder.SourceLength);
            builder.Replace(sourceEnd - sourceStart, end - start);
        }

        public void Join(int sourceEnd, int letter, int end)
        {
            builder.Copy(end - builder.Length);
            builder.JoinFrom(letter, sourceEnd - builder.SourceLength);
        }

        public OffsetMap Build(int sourceLength)
        {
            builder.Copy(sourceLength - builder.SourceLength);
            return builder.Build();
        }
    }

    /// <summary>The definition alone, for very short texts, and for tests that hold it against the rest: the length, or -1 when <paramref name="destination"/> is too small.</summary>
    internal int RunScalar(ReadOnlySpan<char> source, Span<char> destination)
    {
        var pass = new Pass<NoOffsets>(_folds, source, destination, default);
        return pass.Run(source.Length) ? pass.Length : -1;
    }

    /// <summary>One way from a source to a destination: how far it is, and the steps that follow.</summary>
    private ref struct Pass<TOffsets>(CharFolds folds, ReadOnlySpan<char> source, Span<char> destination, TOffsets offsets)
        where TOffsets : struct, IOffsetSink
    {
        private readonly ReadOnlySpan<char> _source = source;
        private readonly Span<char> _destination = destination;
        private HamzaJoiner _joiner = new(folds);

        /// <summary>Code units of the source that are done.</summary>
        public int Position { get; set; }

        /// <summary>Code units that they became.</summary>
        public int Length { get; set; }

        /// <summary>Normalizes up to <paramref name="end"/> of the source; false when the destination is too small.</summary>
        public bool Run(int end)
        {
            ReadOnlySpan<char> source = _source[..end];
            Span<char> destination = _destination;
            int length = Length;
            for (int i = Position; i < source.Length; i++)
            {
                char c = source[i];
                char folded = folds[c];
                // In this order, since hardly ever is a mark of the table met, but whether a letter is folded cannot be predicted.
                if (folded is not (CharFolds.Strip or CharFolds.Expand or CharFolds.Join) || folded == c)
                {
                    if (length == destination.Length) return false;
                    destination[length++] = folded;
                }
                else if (folded == CharFolds.Strip)
                {
                    offsets.Replace(i, i + 1, length, length);
                }
                else if (folded == CharFolds.Expand)
                {
                    int start = length;
                    foreach (char letter in PresentationForms.Expand(c))
                    {
                        // The letters meet the other flags in turn. None of them is a presentation form or a combining hamza.
                        char foldedLetter = folds[letter];
                        if (foldedLetter == CharFolds.Strip) continue;
                        if (length == destination.Length) return false;
                        destination[length++] = foldedLetter;
                    }

                    offsets.Replace(i, i + 1, start, length);
                }
                else if (_joiner.TryJoin(destination[..length], c, out int position))
                {
                    offsets.Join(i + 1, position, length);
                }
                else if (folds.StripsMarks)
                {
                    offsets.Replace(i, i + 1, length, length);
                }
                else
                {
                    if (length == destination.Length) return false;
                    destination[length++] = c;
                }
            }

            Position = end;
            Length = length;
            return true;
        }
    }

    private int FindFirstChange(ReadOnlySpan<char> text)
    {
        var joiner = new HamzaJoiner(_folds);
        for (int i = 0; i < text.Length; i++)
        {
            int next = text[i..].IndexOfAny(_folds.Changed);
            if (next < 0) return -1;
            i += next;
            if (_folds[text[i]] != CharFolds.Join) return FirstChangeBefore(text, i, ref joiner);

            // A hamza or madda changes the text only when its letter is there, or when marks go anyway.
            if (joiner.FindLetter(text[..i], text[i], out int position, out _)) return position;
            if (_folds.StripsMarks) return FirstChangeBefore(text, i, ref joiner);
        }

        return -1;
    }

    // The code unit at change does not stay. When it goes, or becomes marks, a hamza behind it may join the letter before it, which then is the first to change.
    private int FirstChangeBefore(ReadOnlySpan<char> text, int change, ref HamzaJoiner joiner)
    {
        if (!_folds.ComposesHamza) return change;
        for (int i = change; i < text.Length; i++)
        {
            char c = text[i], folded = _folds[c];
            if (folded == CharFolds.Join && c != folded)
            {
                if (joiner.FindLetter(text[..change], c, out int position, out _)) return position;
                if (!_folds.StripsMarks) return change;
            }
            else if (folded == CharFolds.Expand && c != folded)
            {
                foreach (char letter in PresentationForms.Expand(c))
                    if (!HamzaJoiner.IsTransparent(letter)) return change;
            }
            else if ((folded != CharFolds.Strip || c == folded) && !HamzaJoiner.IsTransparent(folded))
            {
                return change;
            }
        }

        return change;
    }

    /// <summary>A length that is enough for this text: exact but for what is stripped.</summary>
    private int GetLengthBound(ReadOnlySpan<char> text)
    {
        long bound = text.Length;
        if (_folds.Expandables is { } expandables && MayExpand(text))
        {
            for (int next; (next = text.IndexOfAny(expandables)) >= 0; text = text[(next + 1)..])
                bound += PresentationForms.Expand(text[next]).Length - 1;
        }

        return checked((int)bound);
    }

    /// <summary>
    /// Finds the letter that a combining hamza or madda joins: the last code unit that is no mark, unless another hamza stands between (as in Unicode's composition, where a
    /// mark of the same class blocks). <c>ا</c> fatha hamza becomes <c>أ</c> fatha.
    /// </summary>
    private ref struct HamzaJoiner(CharFolds folds)
    {
        // Everything between these two is marks, so that many hamzas behind one long run of marks do not walk it again and again.
        private int _letter = -1;
        private int _walked = -1;

        public bool TryJoin(Span<char> text, char mark, out int position)
        {
            if (!FindLetter(text, mark, out position, out char composed)) return false;
            text[position] = composed;
            return true;
        }

        public bool FindLetter(ReadOnlySpan<char> text, char mark, out int position, out char composed)
        {
            position = text.Length - 1;
            while (position >= 0 && position >= _walked && IsTransparent(text[position])) position--;
            if (position >= 0 && position < _walked) position = _letter;
            _letter = position;
            _walked = text.Length;
            composed = default;
            return position >= 0 && folds.TryCompose(text[position], mark, out composed);
        }

        public static bool IsTransparent(char c) => ArabicChars.ClassOf(c) == CharClass.Mark && !ArabicChars.IsCombiningHamza(c);
    }
}

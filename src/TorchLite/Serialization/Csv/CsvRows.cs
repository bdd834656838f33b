using System.Buffers;

namespace TorchLite.Serialization;

/// <summary>
/// The rows of a CSV file (RFC 4180), field by field, in a time that grows with the file and nothing else. What stands in a field around
/// or behind quotes is part of it, as in Python's <c>csv</c>.
/// </summary>
/// <param name="text">The file.</param>
/// <param name="delimiter">What separates fields.</param>
/// <param name="comment">What lines that are comments begin with; null: there are none.</param>
internal sealed class CsvRows(TextReader text, char delimiter, char? comment)
{
    // A row that is longer is no table of numbers.
    private const int LongestRow = 1 << 24;

    // A column costs a hundred bytes and more, and a hostile file one byte.
    private const int MostFields = 1 << 20;

    private readonly SearchValues<char> ends = SearchValues.Create([Separator(delimiter), '\n', '\r']);
    private readonly char[] chunk = new char[1 << 14];
    private readonly List<(int Stop, bool IsQuoted)> fields = [];
    private char[] row = new char[1 << 10];
    private int at, filled, length;

    /// <summary>How many fields the row has.</summary>
    internal int Count => fields.Count;

    /// <summary>A field of the row, without its quotes.</summary>
    internal ReadOnlySpan<char> this[int field] => row.AsSpan((field == 0 ? 0 : fields[field - 1].Stop)..fields[field].Stop);

    /// <summary>Whether nothing is in the row.</summary>
    internal bool IsBlank => Count == 1 && !fields[0].IsQuoted && this[0].IsWhiteSpace();

    /// <summary>What separates fields.</summary>
    /// <exception cref="TorchValueException">It separates rows, or quotes.</exception>
    internal static char Separator(char delimiter) =>
        delimiter is '"' or '\n' or '\r' ? throw new TorchValueException("bad delimiter value") : delimiter;

    /// <summary>A field that is a name: without the blanks around it, unless it is quoted.</summary>
    internal ReadOnlySpan<char> Name(int field) => fields[field].IsQuoted ? this[field] : this[field].Trim();

    /// <summary>Goes to the next row that is no comment.</summary>
    /// <returns>Whether there is one.</returns>
    internal bool Read()
    {
        while (comment is { } sign && Peek() == sign)
        {
            SkipLine();
        }

        (length, var isMore) = (0, Peek() >= 0);
        fields.Clear();
        for (var isInRow = isMore; isInRow;)
        {
            var isQuoted = Peek() == '"';
            if (isQuoted)
            {
                ReadQuoted();
            }

            ReadPlain();
            fields.Add(Count < MostFields ? (length, isQuoted) : throw Malformed("a row has more than a million fields"));
            isInRow = Peek() == delimiter;
            if (isInRow)
            {
                at++;
            }
        }

        EndLine();
        return isMore;
    }

    private void ReadQuoted()
    {
        at++;
        while (Peek() >= 0)
        {
            var found = chunk.AsSpan(at..filled).IndexOf('"');
            Take(found < 0 ? filled - at : found);
            if (found >= 0)
            {
                at++;
                if (Peek() != '"')
                {
                    return;
                }

                Take(1);
            }
        }

        throw Malformed("a quote has no end");
    }

    private void ReadPlain()
    {
        for (var isOpen = true; isOpen && Peek() >= 0;)
        {
            var found = chunk.AsSpan(at..filled).IndexOfAny(ends);
            Take(found < 0 ? filled - at : found);
            isOpen = found < 0;
        }
    }

    private void SkipLine()
    {
        for (var found = -1; found < 0 && Peek() >= 0;)
        {
            found = chunk.AsSpan(at..filled).IndexOfAny('\n', '\r');
            at = found < 0 ? filled : at + found;
        }

        EndLine();
    }

    private void EndLine()
    {
        if (Peek() == '\r')
        {
            at++;
        }
        else if (Peek() != '\n')
        {
            return;
        }

        // To look may begin another chunk.
        if (Peek() == '\n')
        {
            at++;
        }
    }

    private void Take(int count)
    {
        if (length + count > LongestRow)
        {
            throw Malformed("a row has more than 16 million characters");
        }

        if (length + count > row.Length)
        {
            Array.Resize(ref row, Math.Max(2 * row.Length, length + count));
        }

        chunk.AsSpan(at, count).CopyTo(row.AsSpan(length));
        length += count;
        at += count;
    }

    private int Peek()
    {
        if (at == filled)
        {
            (at, filled) = (0, text.Read(chunk));
        }

        return filled == 0 ? -1 : chunk[at];
    }

    private static TorchFileException Malformed(string why) => new($"the CSV file is malformed: {why}");
}

using System.Text;

namespace TorchLite.Serialization;

/// <summary>The bytes of pickles: a record of a zip file, or what a stream brings, of which no more is kept than was asked for.</summary>
internal sealed class PickleSource
{
    // How much is read from a stream at a time, and the longest name.
    private const int Step = 1 << 16;

    private readonly Stream? more;
    private readonly PickleBudget? budget;
    private byte[] bytes;
    private int filled;

    internal PickleSource(byte[] bytes) => (this.bytes, filled) = (bytes, bytes.Length);

    internal PickleSource(Stream more, PickleBudget budget) => (this.more, this.budget, bytes) = (more, budget, new byte[Step]);

    /// <summary>How many bytes were taken.</summary>
    internal int At { get; private set; }

    /// <summary>The next bytes.</summary>
    /// <exception cref="TorchFileException">There are fewer.</exception>
    internal ReadOnlySpan<byte> Take(uint count)
    {
        if (count > filled - At)
        {
            Fill(count);
        }

        At += (int)count;
        budget?.Earn(count);
        return bytes.AsSpan(At - (int)count, (int)count);
    }

    /// <summary>The string up to the end of the line, which is consumed too.</summary>
    internal string Line()
    {
        for (var length = 0; length < Step; length++)
        {
            if (At + length == filled)
            {
                Fill((uint)length + 1);
            }

            if (bytes[At + length] == '\n')
            {
                return Encoding.UTF8.GetString(Take((uint)length + 1)[..length]);
            }
        }

        throw CutOff();
    }

    private static TorchFileException CutOff() => new("the pickle in the file is malformed: it is cut off");

    private void Fill(uint count)
    {
        if (more is null || count > PtReader.LongestPickle - At)
        {
            throw CutOff();
        }

        while (count > filled - At)
        {
            if (filled == bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min(2L * bytes.Length, Array.MaxLength));
            }

            var read = more.Read(bytes, filled, Math.Min(Step, bytes.Length - filled));
            filled += read > 0 ? read : throw CutOff();
        }
    }
}

using System.Buffers.Binary;
using System.Net;
using System.Numerics;
using Google.Protobuf;
using TorchLite.Utils.Tensorboard.Messages;

namespace TorchLite.Utils.Tensorboard;

/// <summary>A file of events: records of a length, its checksum, the bytes and their checksum. Threads may write at once.</summary>
internal sealed class EventFile : IDisposable
{
    // TensorBoard counts the files of a process, so that two of the same second differ.
    private static int count = -1;

    private readonly Lock gate = new();
    private readonly FileStream stream;
    private readonly Timer timer;
    private readonly int maxQueue;
    private int pending;
    private Exception? failed;

    internal EventFile(string folder, int maxQueue, int flushSecs, string suffix)
    {
        this.maxQueue = maxQueue;
        Directory.CreateDirectory(folder);
        var number = Interlocked.Increment(ref count);
        var name = FormattableString.Invariant(
            $"events.out.tfevents.{(long)Now():0000000000}.{Dns.GetHostName()}.{Environment.ProcessId}.{number}{suffix}");
        stream = new(Path.Combine(folder, name), FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        Write(new() { FileVersion = "brain.Event:2", SourceMetadata = new() { Writer = "torchlite.utils.tensorboard" } }, null);
        Flush();
        var period = TimeSpan.FromSeconds(flushSecs);
        timer = new(static file => ((EventFile)file!).FlushNow(), this, period, period);
    }

    internal static double Now() => (DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds;

    // What masked_crc32c of the format is: a checksum of bytes that hold checksums would else tell little.
    internal static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var one in bytes)
        {
            crc = BitOperations.Crc32C(crc, one);
        }

        return BitOperations.RotateRight(~crc, 15) + 0xA282EAD8;
    }

    internal void Write(Event what, double? walltime)
    {
        what.WallTime = walltime ?? Now();
        var length = what.CalculateSize();
        var record = new byte[length + 16];
        BinaryPrimitives.WriteInt64LittleEndian(record, length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(8), Checksum(record.AsSpan(0, 8)));
        what.WriteTo(record.AsSpan(12, length));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(12 + length), Checksum(record.AsSpan(12, length)));
        lock (gate)
        {
            Throw();
            stream.Write(record);
            if (++pending >= maxQueue)
            {
                FlushHere();
            }
        }
    }

    internal void Flush()
    {
        lock (gate)
        {
            Throw();
            FlushHere();
        }
    }

    public void Dispose()
    {
        timer.Dispose();
        lock (gate)
        {
            stream.Dispose();
        }
    }

    private void FlushHere()
    {
        stream.Flush();
        pending = 0;
    }

    // On the timer's thread an exception would end the process: it is kept for the next call.
    private void FlushNow()
    {
        lock (gate)
        {
            try
            {
                if (stream.CanWrite)
                {
                    FlushHere();
                }
            }
            catch (IOException error)
            {
                failed = error;
            }
        }
    }

    private void Throw()
    {
        if (failed is { } error)
        {
            failed = null;
            throw new IOException(error.Message, error);
        }
    }
}

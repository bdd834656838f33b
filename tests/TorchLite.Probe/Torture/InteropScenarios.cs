using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchLite.Probe.Torture;

/// <summary>Memory that .NET and libtorch share, while nothing but a span, a view or a part of it refers to it.</summary>
internal static unsafe class InteropScenarios
{
    private const int Count = 20_000;
    private const MethodImplOptions Shipped = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    internal static readonly Func<string?>[] All = [SpansOfTemporaries, SpansOfSeveral, TensorSpans, Memories, Arrays, Pointers, Dlpack];

    private static int released;

    [MethodImpl(Shipped)]
    private static string? SpansOfTemporaries()
    {
        var sum = 0f;
        foreach (var value in Torch.Ones(Count).AsSpan<float>())
        {
            sum += value;
        }

        sum += Sum(Torch.Ones(Count).AsSpan<float>());
        for (var i = 0; i < 3; i++)
        {
            var span = Made(i).AsSpan<float>();
            sum += Sum(span) + Sum(span[(Count / 2)..]);
        }

        return Scenarios.Compare("spans of temporaries", $"{(2 * Count) + (4.5 * Count)}", $"{sum}");
    }

    [MethodImpl(Shipped)]
    private static string? SpansOfSeveral()
    {
        var (x, y) = (Made(1), Made(2));
        var first = x.AsSpan<float>();
        var second = y.AsSpan<float>();
        x.Dispose();
        y.Set_();
        var buffer = new float[Count];
        var third = Made(3).AsSpan<float>();
        Made(5).CopyTo<float>(buffer);
        return Scenarios.Compare("spans of several", $"{Count} {2 * Count} {3 * Count} {5 * Count}",
            $"{Sum(first)} {Sum(second)} {Sum(third)} {Sum(buffer)}");
    }

    [MethodImpl(Shipped)]
    private static string? TensorSpans()
    {
        var columns = Made(2).Reshape(200, 100).T.AsTensorSpan<float>();
        var repeated = Made(1)[..100].Expand(200, 100).AsReadOnlyTensorSpan<float>();
        var copy = Torch.FromTensorSpan<float>(Made(3).Reshape(100, 200).AsTensorSpan<float>());
        return Scenarios.Compare("spans of .NET's tensors", $"{2 * Count} {Count} {3 * Count}",
            $"{System.Numerics.Tensors.Tensor.Sum<float>(columns)} {System.Numerics.Tensors.Tensor.Sum(repeated)} {copy.Sum().Item()}"
                .Replace(".0", "", StringComparison.Ordinal));
    }

    [MethodImpl(Shipped)]
    private static string? Memories()
    {
        var memory = Made(4).AsMemory<float>();
        var again = Torch.FromMemory(Made(3).AsMemory<float>()[(Count / 2)..]);
        using var pin = Made(2).AsMemory<float>().Pin();
        var pinned = Sum(new ReadOnlySpan<float>(pin.Pointer, Count));
        var answer = $"{Sum(memory.Span)} {again.Sum().Item<int>()} {pinned}";
        GC.KeepAlive(memory);
        return Scenarios.Compare("memory", $"{4 * Count} {3 * Count / 2} {2 * Count}", answer);
    }

    [MethodImpl(Shipped)]
    private static string? Arrays()
    {
        var numbers = new float[Count];
        numbers.AsSpan().Fill(2);
        var view = Torch.FromArray(numbers)[1..];
        var table = Torch.FromArray(new double[100, 200]).Add_(1)[50..].Sum();
        var part = Torch.FromMemory(new long[Count].AsMemory(1)).Fill_(3)[1..];
        var theirs = Torch.FromTensor(System.Numerics.Tensors.Tensor.Create(new int[Count], [100, 200])).Fill_(4)[1..];
        var bytes = Torch.Frombuffer(new byte[Count], DType.Int32)[1..];
        return Scenarios.Compare("arrays", $"{2 * (Count - 1)} {Count / 2} {3 * (Count - 2)} {4 * (Count - 200)} 0",
            $"{view.Sum().Item<int>()} {table.Item<int>()} {part.Sum().Item()} {theirs.Sum().Item()} {bytes.Sum().Item()}");
    }

    [MethodImpl(Shipped)]
    private static string? Pointers()
    {
        var before = Volatile.Read(ref released);
        using (var view = OnPointer()[.., 1])
        {
            if (view.Sum().Item<int>() != 7 * 100)
            {
                return "what is at a pointer was given back too early";
            }
        }

        // The thread that collects may have ended meanwhile, or have been stopped by the system with what it is to release.
        for (var i = 0; i < 1000 && Volatile.Read(ref released) == before; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Thread.Sleep(i < 10 ? 0 : 5);
        }

        return Volatile.Read(ref released) == before ? "what is at a pointer was not given back" : null;
    }

    [MethodImpl(Shipped)]
    private static string? Dlpack()
    {
        var there = Torch.ToDlpack(Made(2), versioned: true);
        var back = Torch.FromDlpack(Torch.ToDlpack(Torch.FromDlpack(Torch.ToDlpack(Made(3).Reshape(200, 100).T))))[.., ^1];
        Torch.ToDlpack(Made(4));
        return Scenarios.Compare("dlpack", $"{2 * Count} 300", $"{Torch.FromDlpack(there).Sum().Item<int>()} {back.Sum().Item<int>()}");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Tensor OnPointer()
    {
        var memory = (short*)NativeMemory.Alloc(Count, sizeof(short));
        new Span<short>(memory, Count).Fill(7);
        return Torch.FromPointer((nint)memory, [100, 200], DType.Int16, address =>
        {
            new Span<short>((void*)address, Count).Clear();
            NativeMemory.Free((void*)address);
            Interlocked.Increment(ref released);
        });
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Tensor Made(int value) => Torch.Full([Count], value, DType.Float32);

    // Slow enough that a collection falls into it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float Sum(ReadOnlySpan<float> span)
    {
        var sum = 0f;
        for (var i = 0; i < span.Length; i++)
        {
            sum += span[i];
            if (i % 5000 == 0)
            {
                Thread.Yield();
            }
        }

        return sum;
    }
}

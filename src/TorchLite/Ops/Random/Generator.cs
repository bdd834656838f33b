using System.Diagnostics;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TorchLite;

/// <summary>
/// A source of random numbers with a state of its own, the same numbers as PyTorch's for the same seed: PyTorch's <c>torch.Generator</c>.
/// </summary>
/// <remarks>The numbers are generated on the CPU. A generator must not be used by two threads at the same time.</remarks>
/// <example><code>
/// var g = new Generator().ManualSeed(7);
/// Torch.Rand([2], generator: g)   // tensor([0.5349, 0.1988])
/// Torch.Rand([2], generator: g.ManualSeed(7))   // tensor([0.5349, 0.1988])
/// </code></example>
public sealed class Generator
{
    private const ulong DefaultSeed = 67280421310721;

    // libtorch's CPUGeneratorImplState, and the fields in it without which its Mersenne Twister would read beside its memory.
    private const int StateSize = 5056, Left = 8, Seeded = 12, Next = 16, TwisterSize = 624;

    private readonly GeneratorHandle native;

    /// <summary>Makes a generator with the seed that PyTorch starts with.</summary>
    /// <param name="device">The device; null: the CPU. No other is supported.</param>
    /// <exception cref="TorchException">The device is not the CPU.</exception>
    public Generator(Device? device = null)
    {
        if (device is { } given && given.Type != "cpu")
        {
            throw new TorchException($"Device type {given.Type.ToUpperInvariant()} is not supported for torch.Generator() api.");
        }

        native = new(Gate.Read(static seed => Exports.NewGenerator(seed, 0, 0), DefaultSeed));
    }

    private Generator(GeneratorHandle native) => this.native = native;

    /// <summary>libtorch's own, which threads use that have no other.</summary>
    internal static Generator OfProcess { get; } = new(new GeneratorHandle(Gate.Read(static _ => Exports.DefaultGenerator(), 0)));

    /// <summary>What this thread draws with on the CPU where no generator is given; null: with the one of the process.</summary>
    [field: ThreadStatic]
    internal static Generator? OfThread { get; set; }

    /// <summary>The generator that is used where none is given.</summary>
    internal static Generator Default => OfThread ?? OfProcess;

    /// <summary>The device on which the numbers are drawn: PyTorch's <c>device</c>.</summary>
    /// <example><code>
    /// new Generator().Device   // cpu
    /// </code></example>
    public Device Device => "cpu";

    /// <summary>Reseeds the generator with a seed: PyTorch's <c>manual_seed</c>.</summary>
    /// <param name="seed">Any integer.</param>
    /// <returns>This generator.</returns>
    /// <example><code>
    /// Torch.Randint(100, [3], generator: new Generator().ManualSeed(1))   // tensor([45, 39, 24])
    /// </code></example>
    public Generator ManualSeed(long seed)
    {
        using (new GeneratorLock(native.Value))
        {
            NativeModes.Seed(native.Value, seed);
        }

        GC.KeepAlive(native);
        return this;
    }

    /// <summary>Reseeds the generator with a nondeterministic seed: PyTorch's <c>seed</c>.</summary>
    /// <returns>The seed.</returns>
    /// <example><code>
    /// var g = new Generator();
    /// g.Seed() == g.InitialSeed()   // True
    /// </code></example>
    public long Seed()
    {
        var seed = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(long)));
        ManualSeed(seed);
        return seed;
    }

    /// <summary>The initial seed: PyTorch's <c>initial_seed</c>.</summary>
    /// <returns>The seed; one of 2^63 and above as the negative number with the same bits.</returns>
    /// <example><code>
    /// new Generator().InitialSeed()   // 67280421310721
    /// </code></example>
    public long InitialSeed()
    {
        var seed = Exports.InitialSeed(native.Value);
        GC.KeepAlive(native);
        return seed;
    }

    /// <summary>The state, for <see cref="SetState"/>: PyTorch's <c>get_state</c>.</summary>
    /// <returns>A new uint8 tensor.</returns>
    /// <example><code>
    /// new Generator().GetState().Shape   // torch.Size([5056])
    /// </code></example>
    public Tensor GetState()
    {
        using var alone = new GeneratorLock(native.Value);
        var state = StateNow();
        if (GeneratorLock.IsFound)
        {
            return state;
        }

        // Another thread may be drawing: two copies that are equal are of one moment, but for those of one within a number.
        for (var again = StateNow(); ; again = StateNow())
        {
            using var before = state;
            state = again;
            if (before.Equal(again) && IsValid(again))
            {
                return state;
            }
        }
    }

    /// <summary>Restores a state that <see cref="GetState"/> returned: PyTorch's <c>set_state</c>.</summary>
    /// <param name="newState">The state.</param>
    /// <exception cref="ArgumentNullException"><paramref name="newState"/> is null.</exception>
    /// <exception cref="TorchTypeException">The tensor is not a uint8 tensor on the CPU.</exception>
    /// <exception cref="TorchException">The tensor is not a state.</exception>
    /// <example><code>
    /// var g = new Generator().ManualSeed(7);
    /// var state = g.GetState();
    /// Torch.Rand([2], generator: g)   // tensor([0.5349, 0.1988])
    /// g.SetState(state);
    /// Torch.Rand([2], generator: g)   // tensor([0.5349, 0.1988])
    /// </code></example>
    public void SetState(Tensor newState)
    {
        ArgumentNullException.ThrowIfNull(newState);
        using var state = CheckedCopy(newState);
        using var use = new Use(state);
        using var alone = new GeneratorLock(native.Value);
        Gate.Read(
            static call => Exports.Checked(static (generator, state) => Exports.SetState(generator, state), call.Generator, call.State),
            (Generator: native.Value, State: use.Handle));
        GC.KeepAlive(native);
    }

    /// <summary>A copy of the generator, which continues with the same numbers: PyTorch's <c>clone_state</c>.</summary>
    /// <returns>A new generator.</returns>
    /// <example><code>
    /// var g = new Generator().ManualSeed(7);
    /// Torch.Rand([2], generator: g.CloneState()).Equal(Torch.Rand([2], generator: g))   // True
    /// </code></example>
    public Generator CloneState()
    {
        var clone = new Generator();
        using var state = GetState();
        clone.SetState(state);
        return clone;
    }

    private Tensor StateNow()
    {
        var state = Gate.Create(static generator => Exports.GetState(generator), native.Value);
        GC.KeepAlive(native);
        return state;
    }

    // What libtorch does not find wrong with a state, and would read beside its memory.
    private static bool IsValid(Tensor state)
    {
        using var use = new Use(state);
        var bytes = Elements.Span<byte>(use);
        var left = BinaryPrimitives.ReadInt32LittleEndian(bytes[Left..]);
        var next = BinaryPrimitives.ReadUInt64LittleEndian(bytes[Next..]);

        // As many numbers as are left lie behind the next one.
        return left is > 0 and <= TwisterSize && BinaryPrimitives.ReadInt32LittleEndian(bytes[Seeded..]) != 0
            && next <= (ulong)(TwisterSize + 1 - left);
    }

    /// <summary>Fills a tensor with numbers of a generator; null: the default one.</summary>
    internal static Tensor Fill<TArgs>(Action<nint, TArgs, nint> op, Tensor tensor, TArgs args, Generator? generator)
    {
        generator ??= For(tensor);
        var filled = Gate.DirectInPlace(
            static (t, call) => call.op(t, call.args, call.Native), tensor, (op, args, Native: generator?.native.Value ?? 0));
        GC.KeepAlive(generator);
        return filled;
    }

    /// <summary>The generator of this thread for a tensor, which libtorch must be told; null: libtorch knows which.</summary>
    internal static Generator? For(Tensor tensor) => OfThread is { } own && tensor.Device.Type == "cpu" ? own : null;

    /// <summary>Draws a new tensor with a generator; null: the default one.</summary>
    internal static Tensor Draw<TArgs>(Func<nint, TArgs, nint, nint> op, Tensor tensor, TArgs args, Generator? generator)
    {
        generator ??= For(tensor);
        var drawn = Gate.Direct(
            static (t, call) => call.op(t, call.args, call.Native), tensor, (op, args, Native: generator?.native.Value ?? 0));
        GC.KeepAlive(generator);
        return drawn;
    }

    /// <summary>Fills a tensor, of which no gradients are recorded, with integers from one to below another.</summary>
    internal Tensor Draw(Tensor tensor, long from, long to) => Fill(
        static (t, call, generator) =>
            DropSame(Exports.RandintOut(generator, call.from, call.to, call.Sizes, call.Sizes.Length, t)),
        tensor, (from, to, Sizes: tensor.Shape.ToArray()), this);

    /// <summary>Gives up the second handle of the tensor that was written to.</summary>
    internal static void DropSame(nint handle)
    {
        if (handle != 0)
        {
            LibTorch.Delete(handle);
        }
    }

    [StackTraceHidden]
    private static Tensor CheckedCopy(Tensor state)
    {
        if (state.DType != DType.Uint8 || state.Device.Type != "cpu")
        {
            throw new TorchTypeException("RNG state must be a torch.ByteTensor");
        }

        if (!state.IsContiguous())
        {
            throw new TorchException("RNG state must be contiguous");
        }

        if (state.Numel() != StateSize)
        {
            throw new TorchException(
                $"Expected a CPUGeneratorImplState of size {StateSize} but found the input RNG state size to be {state.Numel()}");
        }

        // A copy, which nobody changes between this look and libtorch's.
        using var off = Torch.NoGrad();
        var copy = state.Clone();
        if (IsValid(copy))
        {
            return copy;
        }

        copy.Dispose();
        throw new TorchException("Invalid mt19937 state");
    }
}

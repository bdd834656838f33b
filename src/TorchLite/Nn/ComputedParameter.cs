namespace TorchLite.Nn;

/// <summary>
/// What stands in a module's member where the value is computed from other parameters: a normalized, orthogonal or pruned weight. It is no
/// parameter of the module. Its native tensor is that of the value; a value is computed once for a call of the module.
/// </summary>
internal sealed class ComputedParameter : Parameter
{
    private readonly Lock computing = new();
    private readonly List<Tensor> replaced = [];
    private readonly Func<Module, Tensor> compute;
    private readonly bool staysAfterCalls;
    private Tensor? value;
    private int calls;
    private long cached = -1;

    /// <summary>A value of a module.</summary>
    /// <param name="owner">The module.</param>
    /// <param name="kind">What computes it, by which it is found again.</param>
    /// <param name="compute">Computes it of the module.</param>
    /// <param name="staysAfterCalls">Whether the value of the last call is what it is until the next; otherwise each use computes it.</param>
    internal ComputedParameter(Module owner, object kind, Func<Module, Tensor> compute, bool staysAfterCalls)
        : base(Torch.Empty(0), requiresGrad: false)
    {
        (Owner, Kind, this.compute, this.staysAfterCalls) = (owner, kind, compute, staysAfterCalls);
        Await();
    }

    /// <summary>The module in which it stands.</summary>
    internal Module Owner { get; }

    /// <summary>What computes it.</summary>
    internal object Kind { get; }

    private protected override bool IsAwaited => true;

    private protected override Tensor Awaited
    {
        get
        {
            lock (computing)
            {
                var isCurrent = value is { IsDisposed: false }
                    && (calls > 0 || staysAfterCalls || (ParametrizationCache.Current is { } epoch && epoch == cached));
                if (!isCurrent)
                {
                    Replace(compute(Owner));
                }

                return value!;
            }
        }
    }

    /// <summary>Says that a call of the module begins, for which the value is computed anew.</summary>
    internal void Begin()
    {
        lock (computing)
        {
            if (calls++ == 0 && !(ParametrizationCache.Current is { } epoch && epoch == cached))
            {
                Replace(null);
            }
        }
    }

    /// <summary>Says that a call of the module ended.</summary>
    internal void End()
    {
        lock (computing)
        {
            calls--;
        }
    }

    /// <summary>Gives it a value until the next call.</summary>
    internal void Set(Tensor first)
    {
        lock (computing)
        {
            Replace(first);
        }
    }

    /// <summary>The same of another module.</summary>
    internal ComputedParameter Of(Module other) => new(other, Kind, compute, staysAfterCalls);

    // Another thread may still use the one before.
    private void Replace(Tensor? next)
    {
        if (IsAloneInUse)
        {
            replaced.Clear();
        }

        if (value is not null)
        {
            replaced.Add(value);
        }

        value = next;
        cached = next is null ? -1 : ParametrizationCache.Current ?? -1;
    }
}

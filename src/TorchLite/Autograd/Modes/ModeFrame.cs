namespace TorchLite.Lifetime;

/// <summary>One open scope of <see cref="GradMode"/> or <see cref="Amp.AutocastMode"/>.</summary>
internal sealed class ModeFrame
{
    [ThreadStatic]
    private static ModeFrame? current;

    // The number of the innermost scope, those of SetGradEnabled included.
    [ThreadStatic]
    private static long innermost;

    [ThreadStatic]
    private static long opened;

    private readonly int thread = Environment.CurrentManagedThreadId;
    private readonly ModeFrame? outer = current;
    private readonly long around = innermost;
    private readonly long number = ++opened;
    private readonly string kind;
    private readonly bool? before;
    private readonly IDisposable? guard;
    private bool isClosed;
    private bool isCutOff;

    // What records gradients keeps that itself, or its guard does; what has nothing to do with them leaves them as they are.
    private ModeFrame(bool? enabled, Func<IDisposable>? guard, bool hasGradients = true)
    {
        NativeLoader.EnsureLoaded();
        kind = hasGradients ? "gradient" : "autocast";
        before = hasGradients ? LibTorch.IsGradEnabled() : null;
        this.guard = guard?.Invoke();
        if (enabled is { } given)
        {
            LibTorch.SetGradEnabled(given);
        }

        innermost = number;
    }

    /// <summary>Opens a scope.</summary>
    internal static ModeFrame Open(bool enabled) => current = new ModeFrame(enabled, null);

    /// <summary>Opens one of inference mode.</summary>
    internal static ModeFrame OpenInference(bool mode) => current = new ModeFrame(null, () => NativeModes.Inference(mode));

    /// <summary>Opens one of mixed precision, which <paramref name="guard"/> begins, and ends when it is disposed of.</summary>
    internal static ModeFrame OpenAutocast(Func<IDisposable> guard) => current = new ModeFrame(null, guard, hasGradients: false);

    /// <summary>Opens one that may stay open for good, as SetGradEnabled without a using does: nothing refers to it then.</summary>
    internal static ModeFrame OpenLoose(bool enabled) => new(enabled, null);

    internal void Close()
    {
        if (thread != Environment.CurrentManagedThreadId)
        {
            throw new InvalidOperationException($"This {kind} mode belongs to another thread; only there can it end.");
        }

        if (isCutOff)
        {
            // The one around it ended too soon and said so, and ended this as well.
            return;
        }

        if (isClosed || number > innermost || outer is { isClosed: true })
        {
            throw new InvalidOperationException($"This {kind} mode ended already, or the one around it did.");
        }

        var isEarly = false;
        for (; current is { } inner && inner.number > number; isEarly = true)
        {
            inner.isCutOff = true;
            inner.End();
        }

        End();
        if (isEarly)
        {
            throw new InvalidOperationException(
                $"{char.ToUpperInvariant(kind[0])}{kind[1..]} modes end in the reverse order of opening; one opened in this was still open, and ended with it.");
        }
    }

    private void End()
    {
        isClosed = true;
        (current, innermost) = (outer, around);

        // Inference mode's own guard puts back more than the gradients.
        guard?.Dispose();
        if (before is { } recorded)
        {
            LibTorch.SetGradEnabled(recorded);
        }
    }
}

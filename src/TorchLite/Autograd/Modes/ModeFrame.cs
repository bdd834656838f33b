namespace TorchLite.Lifetime;

/// <summary>One open scope of <see cref="GradMode"/>.</summary>
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
    private readonly bool before;
    private readonly IDisposable? inference;
    private bool isClosed;
    private bool isCutOff;

    private ModeFrame(bool enabled, Func<IDisposable>? inference)
    {
        NativeLoader.EnsureLoaded();
        before = LibTorch.IsGradEnabled();
        this.inference = inference?.Invoke();
        if (inference is null)
        {
            LibTorch.SetGradEnabled(enabled);
        }

        innermost = number;
    }

    /// <summary>Opens a scope.</summary>
    internal static ModeFrame Open(bool enabled) => current = new ModeFrame(enabled, null);

    /// <summary>Opens one of inference mode.</summary>
    internal static ModeFrame OpenInference(bool mode) => current = new ModeFrame(false, () => NativeModes.Inference(mode));

    /// <summary>Opens one that may stay open for good, as SetGradEnabled without a using does: nothing refers to it then.</summary>
    internal static ModeFrame OpenLoose(bool enabled) => new(enabled, null);

    internal void Close()
    {
        if (thread != Environment.CurrentManagedThreadId)
        {
            throw new InvalidOperationException("This gradient mode belongs to another thread; only there can it end.");
        }

        if (isCutOff)
        {
            // The one around it ended too soon and said so, and ended this as well.
            return;
        }

        if (isClosed || number > innermost || outer is { isClosed: true })
        {
            throw new InvalidOperationException("This gradient mode ended already, or the one around it did.");
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
                "Gradient modes end in the reverse order of opening; one opened in this was still open, and ended with it.");
        }
    }

    private void End()
    {
        isClosed = true;
        (current, innermost) = (outer, around);

        // Inference mode's own guard puts back more than the gradients.
        inference?.Dispose();
        LibTorch.SetGradEnabled(before);
    }
}

using System.Runtime.CompilerServices;

namespace TorchLite;

/// <summary>The entry point: PyTorch's <c>torch</c> module.</summary>
/// <remarks>
/// A function of PyTorch is found by one rule: its name, each word between underscores capitalised (<c>torch.index_select</c> is
/// <c>Torch.IndexSelect</c>), parameters in camelCase, in PyTorch's order and with PyTorch's defaults.
/// </remarks>
/// <example><code>
/// Torch.Add(Torch.Ones(2), Torch.Ones(2))   // tensor([2., 2.])
/// </code></example>
public static partial class Torch
{
    private static DType defaultDtype = DType.Float32;

    /// <summary>The dtype of real-number literals and of the creation functions: PyTorch's <c>torch.get_default_dtype()</c>.</summary>
    /// <returns>The dtype, float32 at the start.</returns>
    /// <example><code>
    /// Torch.GetDefaultDtype()   // torch.float32
    /// </code></example>
    public static DType GetDefaultDtype() => defaultDtype;

    /// <summary>
    /// Sets the dtype of real-number literals and of the creation functions: PyTorch's <c>torch.set_default_dtype(d)</c>.
    /// </summary>
    /// <param name="d">A floating-point dtype.</param>
    /// <exception cref="TorchTypeException">The dtype is not a floating-point type.</exception>
    /// <example><code>
    /// Torch.SetDefaultDtype(DType.Float64);
    /// Torch.Tensor([0.5]).DType             // torch.float64
    /// Torch.SetDefaultDtype(DType.Float32);
    /// </code></example>
    public static void SetDefaultDtype(DType d)
    {
        if (!d.IsFloatingPoint)
        {
            throw new TorchTypeException($"only floating-point types are supported as the default type");
        }

        if (!d.HasStorageClass)
        {
            throw new TorchTypeException($"couldn't find storage object {d.NativeName}Storage");
        }

        NativeLoader.EnsureLoaded();
        GlobalContext.SetDefaultDType(d);
        defaultDtype = d;
    }

    /// <summary>Opens a scope: the tensors made on this thread until its end are disposed there, but for those it keeps.</summary>
    /// <returns>The scope, for a <c>using</c>.</returns>
    /// <example><code>
    /// using var scope = Torch.Scope();
    /// var sum = Torch.Ones(3) + Torch.Ones(3);
    /// sum   // tensor([2., 2., 2.])
    /// </code></example>
    public static TensorScope Scope() => new(ScopeFrame.Open());

    /// <summary>Runs code in a scope of its own: what it returns is kept, every other tensor that it made is disposed.</summary>
    /// <typeparam name="T">A tensor, a tuple or list of tensors, or anything else.</typeparam>
    /// <param name="body">The code.</param>
    /// <returns>What the code returned.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    /// <example><code>
    /// Torch.Tidy(() => (Torch.Ones(2) + 1).Pow(2))   // tensor([4., 4.])
    /// </code></example>
    public static T Tidy<T>(Func<T> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        using var scope = Scope();
        var result = body();
        Keep(result, scope);
        return result;

        static void Keep(object? value, TensorScope scope)
        {
            switch (value)
            {
                case Tensor tensor:
                    scope.Keep(tensor);
                    break;
                case System.Runtime.CompilerServices.ITuple tuple:
                    for (var i = 0; i < tuple.Length; i++)
                    {
                        Keep(tuple[i], scope);
                    }

                    break;
                case IEnumerable<Tensor> tensors:
                    foreach (var tensor in tensors)
                    {
                        scope.Keep(tensor);
                    }

                    break;
            }
        }
    }

    /// <summary>
    /// Switches gradient recording off on this thread until the end of the <c>using</c>: PyTorch's <c>torch.no_grad()</c>.
    /// </summary>
    /// <returns>The stretch, for a <c>using</c>.</returns>
    /// <example><code>
    /// var x = Torch.Tensor([2.0], requiresGrad: true);
    /// using var _ = Torch.NoGrad();
    /// (x * 2).RequiresGrad   // False
    /// </code></example>
    public static GradMode NoGrad() => new(ModeFrame.Open(false));

    /// <summary>
    /// Switches gradient recording on on this thread until the end of the <c>using</c>: PyTorch's <c>torch.enable_grad()</c>.
    /// </summary>
    /// <returns>The stretch, for a <c>using</c>.</returns>
    /// <example><code>
    /// var x = Torch.Tensor([2.0], requiresGrad: true);
    /// using var off = Torch.NoGrad();
    /// using var on = Torch.EnableGrad();
    /// (x * 2).RequiresGrad   // True
    /// </code></example>
    public static GradMode EnableGrad() => new(ModeFrame.Open(true));

    /// <summary>
    /// Switches gradient recording on or off on this thread; a <c>using</c> puts it back: PyTorch's <c>torch.set_grad_enabled(mode)</c>.
    /// </summary>
    /// <param name="mode">Whether to record.</param>
    /// <returns>The stretch; without a <c>using</c> the mode stays.</returns>
    /// <example><code>
    /// using var _ = Torch.SetGradEnabled(false);
    /// Torch.IsGradEnabled()   // False
    /// </code></example>
    public static GradMode SetGradEnabled(bool mode) => new(ModeFrame.OpenLoose(mode));

    /// <summary>
    /// Switches gradient recording and its bookkeeping off on this thread until the end of the <c>using</c>: PyTorch's
    /// <c>torch.inference_mode()</c>. Tensors made in it can never take part in a gradient.
    /// </summary>
    /// <param name="mode">Whether to switch it off (true) or leave it as outside (false).</param>
    /// <returns>The stretch, for a <c>using</c>.</returns>
    /// <example><code>
    /// using var _ = Torch.InferenceMode();
    /// Torch.IsGradEnabled()   // False
    /// </code></example>
    public static GradMode InferenceMode(bool mode = true) => new(ModeFrame.OpenInference(mode));

    /// <summary>Whether this thread is in inference mode: PyTorch's <c>torch.is_inference_mode_enabled()</c>.</summary>
    /// <returns>Whether it is.</returns>
    /// <example><code>
    /// using var _ = Torch.InferenceMode();
    /// Torch.IsInferenceModeEnabled()   // True
    /// </code></example>
    public static bool IsInferenceModeEnabled() => Gate.Read(static _ => Ts.is_inference_mode_enabled(), 0);

    /// <summary>Whether operations on this thread are recorded for gradients: PyTorch's <c>torch.is_grad_enabled()</c>.</summary>
    /// <returns>Whether they are.</returns>
    /// <example><code>
    /// Torch.IsGradEnabled()   // True
    /// </code></example>
    public static bool IsGradEnabled()
    {
        NativeLoader.EnsureLoaded();
        return LibTorch.IsGradEnabled();
    }

    /// <summary>
    /// Sets the start of the random numbers, the same that PyTorch makes from this seed: PyTorch's <c>torch.manual_seed(seed)</c>.
    /// </summary>
    /// <param name="seed">Any whole number.</param>
    /// <returns>The default generator.</returns>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Rand(2)   // tensor([0.4963, 0.7682])
    /// </code></example>
    public static Generator ManualSeed(long seed)
    {
        NativeModes.Seed(seed);
        return DefaultGenerator;
    }

    /// <summary>A slice for an index, as Python's <c>start:stop:step</c>: PyTorch's <c>slice(start, stop, step)</c>.</summary>
    /// <param name="start">The first position; null: the beginning.</param>
    /// <param name="stop">Before which position to end; null: the end.</param>
    /// <param name="step">How far to go each time, at least 1.</param>
    /// <returns>The index.</returns>
    /// <example><code>
    /// Torch.Arange(10)[Torch.Slice(1, 8, 3)]   // tensor([1, 4, 7])
    /// </code></example>
    public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => TensorIndex.Part(start, stop, step);

    // "Tensor" alone is the method here.
    private static Tensor Given(Tensor? tensor, [CallerArgumentExpression(nameof(tensor))] string? name = null) =>
        TorchLite.Tensor.Given(tensor, name);
}

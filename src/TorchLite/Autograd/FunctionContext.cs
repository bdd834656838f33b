namespace TorchLite;

/// <summary>What a custom function hands from its forward step to its backward step: PyTorch's <c>ctx</c>.</summary>
/// <remarks>There is one for each call. See <see cref="Torch.Autograd.Function{TIn, TOut}"/>.</remarks>
/// <example><code>
/// var square = Torch.Autograd.Function.Create&lt;Tensor, Tensor&gt;(
///     (ctx, x) => { ctx.SaveForBackward(x); return x * x; },
///     (ctx, grad) => [2 * grad * ctx.SavedTensors[0]]);
/// var x = Torch.Tensor([3.0], requiresGrad: true);
/// square(x).Backward();
/// x.Grad   // tensor([6.])
/// </code></example>
public sealed class FunctionContext
{
    private object? state;

    internal FunctionContext()
    {
    }

    /// <summary>For each argument whether it is a tensor whose gradient is wanted: PyTorch's <c>ctx.needs_input_grad</c>.</summary>
    public IReadOnlyList<bool> NeedsInputGrad => Needed;

    /// <summary>
    /// The tensors that were saved, as they were then; null where null was saved: PyTorch's <c>ctx.saved_tensors</c>. Each reading gives
    /// new objects.
    /// </summary>
    /// <exception cref="TorchException">
    /// The graph was freed by an earlier backward step, or a saved tensor was changed in place since.
    /// </exception>
    public IReadOnlyList<Tensor> SavedTensors => (Tensor[])(Node is null ? Saving : Node.Unpack())!;

    internal bool[] Needed { get; set; } = [];

    internal Tensor?[] Saving { get; private set; } = [];

    internal Tensor[] NonDifferentiable { get; private set; } = [];

    internal Tensor[] Dirty { get; private set; } = [];

    internal bool MaterializesGrads { get; private set; } = true;

    private CustomNode? Node { get; set; }

    /// <summary>From here on the node has what was saved, in a way that makes no cycle of an output and its history.</summary>
    internal void Recorded(CustomNode node) => (Node, Saving, NonDifferentiable, Dirty) = (node, [], [], []);

    /// <summary>Keeps tensors for the backward step, inputs and outputs above all: PyTorch's <c>ctx.save_for_backward</c>.</summary>
    /// <param name="tensors">The tensors, or null in their places. A second call replaces those of the first.</param>
    public void SaveForBackward(params ReadOnlySpan<Tensor?> tensors) => Saving = tensors.ToArray();

    /// <summary>Says which outputs have no gradient: PyTorch's <c>ctx.mark_non_differentiable</c>.</summary>
    /// <param name="outputs">Results of the forward step.</param>
    public void MarkNonDifferentiable(params ReadOnlySpan<Tensor> outputs) => NonDifferentiable = outputs.ToArray();

    /// <summary>Says which inputs the forward step changed in place; it must return them: PyTorch's <c>ctx.mark_dirty</c>.</summary>
    /// <param name="inputs">Arguments of the forward step.</param>
    public void MarkDirty(params ReadOnlySpan<Tensor> inputs) => Dirty = inputs.ToArray();

    /// <summary>
    /// Says whether an output on which nothing depends has zeros for its gradient (so it is by itself), or null: PyTorch's
    /// <c>ctx.set_materialize_grads</c>.
    /// </summary>
    /// <param name="value">Whether it has zeros.</param>
    public void SetMaterializeGrads(bool value) => MaterializesGrads = value;

    /// <summary>Keeps what is no tensor for the backward step: in PyTorch an attribute of <c>ctx</c>.</summary>
    /// <typeparam name="T">Its type; several values are a tuple.</typeparam>
    /// <param name="value">The value.</param>
    public void SaveState<T>(T value) => state = value;

    /// <summary>What <see cref="SaveState"/> kept.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidCastException">Nothing of this type was kept.</exception>
    public T State<T>() => state is T value ? value : throw new InvalidCastException($"no {typeof(T).Name} was kept by SaveState");
}

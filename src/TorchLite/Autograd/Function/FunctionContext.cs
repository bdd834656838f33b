namespace TorchLite;

/// <summary>The data that a custom function passes from its forward step to its backward step: PyTorch's <c>ctx</c>.</summary>
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
    /// <example><code>
    /// IReadOnlyList&lt;bool&gt; needed = [];
    /// var function = Torch.Autograd.Function.Create&lt;Tensor, Tensor, Tensor&gt;(
    ///     (ctx, x, w) => { needed = ctx.NeedsInputGrad; return x * w; }, (ctx, grad) => [null, null]);
    /// function(Torch.Ones([1], requiresGrad: true), Torch.Ones(1));
    /// string.Join(", ", needed)   // True, False
    /// </code></example>
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

    /// <summary>Whether something was kept that libtorch knows nothing of.</summary>
    internal bool MayReferToResults => state is not null || Backward is { Target: { } target } && target.GetType().Name != "<>c";

    /// <summary>The user's backward step. A lambda that captures nothing is a method of the compiler's class <c>&lt;>c</c>.</summary>
    internal Delegate? Backward { private get; init; }

    internal bool MaterializesGrads { get; private set; } = true;

    private CustomNode? Node { get; set; }

    /// <summary>From here on the node has what was saved, in a way that makes no cycle of an output and its history.</summary>
    internal void Recorded(CustomNode node) => (Node, Saving, NonDifferentiable, Dirty) = (node, [], [], []);

    /// <summary>Stores tensors for the backward step, especially inputs and outputs: PyTorch's <c>ctx.save_for_backward</c>.</summary>
    /// <param name="tensors">The tensors, or null in their places. A second call replaces those of the first.</param>
    public void SaveForBackward(params ReadOnlySpan<Tensor?> tensors) => Saving = tensors.ToArray();

    /// <summary>Marks the outputs that have no gradient: PyTorch's <c>ctx.mark_non_differentiable</c>.</summary>
    /// <param name="outputs">Results of the forward step.</param>
    /// <example><code>
    /// var sign = Torch.Autograd.Function.Create&lt;Tensor, Tensor&gt;(
    ///     (ctx, x) => { var y = x.Sign(); ctx.MarkNonDifferentiable(y); return y; }, (ctx, grad) => [null]);
    /// sign(Torch.Ones([1], requiresGrad: true)).RequiresGrad   // False
    /// </code></example>
    public void MarkNonDifferentiable(params ReadOnlySpan<Tensor> outputs) => NonDifferentiable = outputs.ToArray();

    /// <summary>Marks the inputs that the forward step changed in place, which it must return: PyTorch's <c>ctx.mark_dirty</c>.</summary>
    /// <param name="inputs">Arguments of the forward step.</param>
    /// <example><code>
    /// var increase = Torch.Autograd.Function.Create&lt;Tensor, Tensor&gt;(
    ///     (ctx, x) => { ctx.MarkDirty(x.Add_(1)); return x; }, (ctx, grad) => [grad], "Increase");
    /// var x = Torch.Ones([1], requiresGrad: true) * 1;
    /// increase(x);
    /// x   // tensor([2.], grad_fn=&lt;IncreaseBackward&gt;)
    /// </code></example>
    public void MarkDirty(params ReadOnlySpan<Tensor> inputs) => Dirty = inputs.ToArray();

    /// <summary>
    /// Says whether an output on which nothing depends has zeros for its gradient (so it is by itself), or null: PyTorch's
    /// <c>ctx.set_materialize_grads</c>.
    /// </summary>
    /// <param name="value">Whether it has zeros.</param>
    /// <example><code>
    /// var both = Torch.Autograd.Function.Create&lt;Tensor, (Tensor, Tensor)&gt;(
    ///     (ctx, x) => { ctx.SetMaterializeGrads(false); return (x * 2, x * 3); },
    ///     (ctx, grads) => { Console.WriteLine(grads.Item2 is null); return [grads.Item1]; });
    /// both(Torch.Ones([1], requiresGrad: true)).Item1.Backward();   // True
    /// </code></example>
    public void SetMaterializeGrads(bool value) => MaterializesGrads = value;

    /// <summary>Stores an object other than a tensor for the backward step: in PyTorch an attribute of <c>ctx</c>.</summary>
    /// <remarks>
    /// Tensors belong in <see cref="SaveForBackward"/>, which does not refer to results. A function's only result may be kept here all the
    /// same, or be captured by the backward step, and is collected with it; one of several results stays until it is disposed.
    /// </remarks>
    /// <typeparam name="T">Its type; several values are a tuple.</typeparam>
    /// <param name="value">The value.</param>
    /// <example><code>
    /// var power = Torch.Autograd.Function.Create&lt;Tensor, int, Tensor&gt;(
    ///     (ctx, x, n) => { ctx.SaveState(n); ctx.SaveForBackward(x); return x.Pow(n); },
    ///     (ctx, grad) => [ctx.State&lt;int&gt;() * ctx.SavedTensors[0].Pow(ctx.State&lt;int&gt;() - 1) * grad, null]);
    /// var x = Torch.Tensor([2.0], requiresGrad: true);
    /// power(x, 3).Backward();
    /// x.Grad   // tensor([12.])
    /// </code></example>
    public void SaveState<T>(T value) => state = value;

    /// <summary>What <see cref="SaveState"/> kept.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidCastException">Nothing of this type was kept.</exception>
    /// <example><code>
    /// var twice = Torch.Autograd.Function.Create&lt;Tensor, Tensor&gt;(
    ///     (ctx, x) => { ctx.SaveState((Factor: 2, "twice")); return x * 2; },
    ///     (ctx, grad) => [grad * ctx.State&lt;(int Factor, string)&gt;().Factor]);
    /// var x = Torch.Tensor([1.0], requiresGrad: true);
    /// twice(x).Backward();
    /// x.Grad   // tensor([2.])
    /// </code></example>
    public T State<T>() => state is T value ? value : throw new InvalidCastException($"no {typeof(T).Name} was kept by SaveState");
}

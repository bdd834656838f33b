namespace TorchLite.Native;

/// <summary>libtorch's autograd engine, with several tensors. What a callback of C#'s throws comes out of here as it was thrown.</summary>
internal static class Engine
{
    // Through TorchScript: TorchSharp's own function lets no error be caught.
    internal static Tensor?[] Grad(
        Tensor[] outputs, Tensor[] inputs, Tensor[] gradients, bool retainGraph, bool createGraph, bool allowUnused) =>
        Run(
            static a => Script.Optional(
                $"torch.autograd.grad({a.outputs}, {a.inputs}, {a.gradients:optional}, {a.retainGraph}, {a.createGraph}, {a.allowUnused})"),
            (outputs, inputs, gradients, retainGraph, createGraph, allowUnused));

    internal static void Backward(Tensor[] tensors, Tensor[] gradients, bool retainGraph, bool createGraph, Tensor[]? inputs)
    {
        if (inputs is { Length: 0 })
        {
            throw new TorchException("`inputs` argument to `backward()` cannot be empty.");
        }

        using var outputs = new Uses(tensors);
        using var given = new Uses(gradients);
        using var wanted = new Uses(inputs, nameof(inputs));
        Run(
            static a => Gate.Read(
                static a =>
                {
                    Ts.autograd.backward(a.Tensors, a.Gradients, a.Retain, a.Create, a.Inputs);
                    return 0;
                },
                a),
            (Tensors: outputs.Raws, Gradients: given.Raws, Retain: retainGraph, Create: createGraph, Inputs: inputs is null ? null : wanted.Raws));
    }

    /// <summary>Python's <c>tensor.data</c>: the same memory, without the count of changes that recorded values are checked by.</summary>
    internal static Tensor Data(Tensor tensor) => Script.Run($"{tensor}.data");

    internal static TResult Run<TArgs, TResult>(Func<TArgs, TResult> call, TArgs args) => call(args);
}

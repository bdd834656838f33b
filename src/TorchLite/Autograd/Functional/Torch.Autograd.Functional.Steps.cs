namespace TorchLite;

/// <content>What the derivatives of functions are made of.</content>
public static partial class Torch
{
    public static partial class Autograd
    {
        public static partial class Functional
        {
            private const string ForOneInput =
                "The vector v can only be None if the input to the user-provided function is a single Tensor with a single element.";

            private static (Tensor[] Outputs, Tensor[] Product) Backwards(
                Func<Tensor[], Tensor[]> func, Tensor[] inputs, Tensor[] v, bool createGraph, bool strict, bool isTuple)
            {
                using var mode = EnableGrad();
                var given = Prepare(inputs, createGraph, needGraph: true);
                var outputs = Call(func, given, isTuple, "vjp");
                CheckOutputs(outputs, strict);
                var vector = Vector(
                    v, outputs, isTuple, createGraph,
                    "The vector v can only be None if the user-provided function returns a single Tensor with a single element.");
                var product = Fill(Gradients(outputs, given, vector, createGraph), given, strict, createGraph, Stage.Back);
                return (Finish(outputs, createGraph), Finish(product, createGraph));
            }

            private static (Tensor[] Outputs, Tensor[] Product) Forwards(
                Func<Tensor[], Tensor[]> func, Tensor[] inputs, Tensor[] v, bool createGraph, bool strict, bool isTuple, bool isInputTuple)
            {
                using var mode = EnableGrad();
                var given = Prepare(inputs, createGraph, needGraph: true);
                var vector = Vector(v, given, isInputTuple, createGraph, ForOneInput);
                var outputs = Call(func, given, isTuple, "jvp");
                CheckOutputs(outputs, strict);

                // The product with any vector is linear in that vector, so its derivative there is the product from the other side.
                var dummies = Array.ConvertAll(outputs, static output => ZerosLike(output, requiresGrad: true));
                var gradients = Gradients(outputs, given, dummies, createGraph: true);
                CheckGradients(gradients, strict);
                var product = Fill(Gradients(gradients, dummies, vector, createGraph), outputs, strict, createGraph, Stage.BackTrick);
                return (Finish(outputs, createGraph), Finish(product, createGraph));
            }

            private static (Tensor Output, Tensor[] Product) Twice(
                Func<Tensor[], Tensor[]> func, Tensor[] inputs, Tensor[] v, bool createGraph, bool strict, bool isInputTuple,
                bool isForward)
            {
                using var mode = EnableGrad();
                var name = isForward ? "hvp" : "vhp";
                var given = Prepare(inputs, createGraph, needGraph: true);
                var vector = Vector(v, given, isInputTuple, createGraph, ForOneInput);
                var outputs = Call(func, given, isTuple: false, name);
                CheckOutputs(outputs, strict);
                CheckOneElement(outputs[0], name);
                var first = Gradients(outputs, given, null, createGraph: true);
                CheckFirst(first, strict);
                Tensor[] product;
                if (isForward)
                {
                    var dummies = Array.ConvertAll(given, static input => ZerosLike(input, requiresGrad: true));
                    var second = Gradients(first, given, dummies, createGraph: true);
                    product = Fill(Gradients(second, dummies, vector, createGraph), given, strict, createGraph, Stage.DoubleBackTrick);
                }
                else
                {
                    product = Fill(Gradients(first, given, vector, createGraph), given, strict, createGraph, Stage.DoubleBack);
                }

                return (Finish(outputs, createGraph)[0], Finish(product, createGraph));
            }

            // A view keeps a recorded input's identity apart from the caller's: only what goes through the function is differentiated.
            private static Tensor[] Prepare(Tensor[] tensors, bool createGraph, bool needGraph) =>
                Array.ConvertAll(tensors, tensor =>
                {
                    ArgumentNullException.ThrowIfNull(tensor, nameof(tensors));
                    return createGraph && tensor.RequiresGrad ? tensor.ViewAs(tensor) : tensor.Detach().RequiresGrad_(needGraph);
                });

            private static Tensor[] Finish(Tensor[] tensors, bool createGraph) =>
                createGraph ? tensors : Array.ConvertAll(tensors, static tensor => tensor.Detach());

            private static Tensor[] Call(
                Func<Tensor[], Tensor[]> func, Tensor[] given, bool isTuple, string name,
                string what = "outputs of the user-provided function")
            {
                var outputs = func([.. given]);
                return outputs is not null && Array.IndexOf(outputs, null) is var place and < 0 ? outputs
                    : throw new TorchTypeException(
                        $"The {what} given to {name} must be either a Tensor or a tuple of Tensors but the "
                        + (isTuple && outputs is not null ? $"value at index {Array.IndexOf(outputs, null)}" : $"given {what}")
                        + " has type <class 'NoneType'>.");
            }

            private static Tensor[]? Vector(Tensor[] v, Tensor[] others, bool isTuple, bool createGraph, string none)
            {
                if (v.Length == 0)
                {
                    return others is [var only] && only.Numel() == 1 ? null : throw new TorchException(none);
                }

                if (v.Length != others.Length)
                {
                    throw new TorchException(isTuple
                        ? $"v is a tuple of invalid length: should be {others.Length} but got {v.Length}."
                        : "The given v should contain a single Tensor.");
                }

                for (var i = 0; i < v.Length; i++)
                {
                    if (v[i].Shape != others[i].Shape)
                    {
                        throw new TorchException(
                            $"{(isTuple ? $"Entry {i} in " : "")}v has invalid size: should be {others[i].Shape} but got {v[i].Shape}.");
                    }
                }

                return Prepare(v, createGraph, needGraph: false);
            }

            // Of what records nothing the engine would complain; here it has no gradient.
            private static Tensor?[] Gradients(
                Tensor?[] outputs, Tensor[] inputs, Tensor[]? vector, bool createGraph, bool? retainGraph = null,
                bool isGradsBatched = false)
            {
                var recorded = PlacesOfRecorded(outputs);
                return recorded.Length == 0
                    ? new Tensor?[inputs.Length]
                    : Grad(
                        [.. recorded.Select(i => outputs[i]!)], inputs, allowUnused: true,
                        vector is null ? [] : [.. recorded.Select(i => vector[i])], retainGraph, createGraph, isGradsBatched);
            }

            private static Tensor[] Fill(Tensor?[] gradients, Tensor[] like, bool strict, bool createGraph, Stage stage)
            {
                for (var i = 0; i < gradients.Length && strict; i++)
                {
                    if (gradients[i] is null)
                    {
                        throw new TorchException(stage switch
                        {
                            Stage.Back => $"The output of the user-provided function is independent of input {i}."
                                + $" This is not allowed in strict mode.",
                            Stage.BackTrick => $"The gradient with respect to the input is independent of entry {i} in the grad_outputs"
                                + $" when using the double backward trick to compute forward mode gradients."
                                + $" This is not allowed in strict mode.",
                            Stage.DoubleBack => $"The jacobian of the user-provided function is independent of input {i}."
                                + $" This is not allowed in strict mode.",
                            _ => $"The hessian of the user-provided function is independent of entry {i} in the grad_jacobian. This is not"
                                + $" allowed in strict mode as it prevents from using the double backward trick to replace forward mode AD.",
                        });
                    }

                    if (createGraph && !gradients[i]!.RequiresGrad)
                    {
                        throw new TorchException(
                            $"The {(stage is Stage.Back or Stage.BackTrick ? "jacobian" : "hessian")} of the user-provided function is"
                            + $" independent of input {i}. This is not allowed in strict mode when create_graph=True.");
                    }
                }

                return [.. gradients.Select((gradient, i) => gradient ?? ZerosLike(like[i]))];
            }

            private static void CheckOneElement(Tensor output, string name)
            {
                if (output.Numel() != 1)
                {
                    throw new TorchException($"The Tensor returned by the function given to {name} should contain a single element");
                }
            }

            private static void CheckOutputs(Tensor[] outputs, bool strict) => Check(
                outputs, strict,
                static i => $"Output {i} of the user-provided function does not require gradients. The outputs must be computed in a"
                    + " differentiable manner from the input when running in strict mode.");

            private static void CheckGradients(Tensor?[] gradients, bool strict) => Check(
                gradients, strict,
                static i => $"The gradient with respect to input {i} is independent of the inputs of the user-provided function."
                    + " This is not allowed in strict mode.");

            private static void CheckFirst(Tensor?[] first, bool strict) => Check(
                first, strict,
                static i => "While computing the hessian, found that the jacobian of the user-provided function with respect to input"
                    + $" {i} is independent of the input. This is not allowed in strict mode. You should ensure that your function is"
                    + " twice differentiable and that the jacobian depends on the inputs (this would be violated by a linear function"
                    + " for example).");

            private static void Check(Tensor?[] tensors, bool strict, Func<int, string> message)
            {
                for (var i = 0; i < tensors.Length && strict; i++)
                {
                    if (tensors[i] is not { RequiresGrad: true })
                    {
                        throw new TorchException(tensors[i] is not null ? message(i)
                            : $"The output of the user-provided function is independent of input {i}. This is not allowed in strict mode.");
                    }
                }
            }

            private enum Stage
            {
                Back,
                BackTrick,
                DoubleBack,
                DoubleBackTrick,
            }
        }
    }
}

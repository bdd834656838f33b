namespace TorchLite;

/// <content>How all derivatives of a function are computed.</content>
public static partial class Torch
{
    public static partial class Autograd
    {
        public static partial class Functional
        {
            private static Tensor[][] All(
                Func<Tensor[], Tensor[]> func, Tensor[] inputs, bool createGraph, bool strict, bool isTuple, bool vectorize = false,
                JacobianStrategy strategy = JacobianStrategy.ReverseMode) =>
                strategy == JacobianStrategy.ReverseMode ? Rows(func, inputs, createGraph, strict, isTuple, vectorize)
                : createGraph ? throw new TorchNotImplementedException(Together("create_graph=True", "create_graph=False"))
                : strict ? throw new TorchException(Together("strict=True", "strict=False"))
                : vectorize ? Columns(func, inputs, isTuple)
                : throw new TorchNotImplementedException(
                    "Computing Jacobian using forward-AD or forward-over-reverse Hessian isonly implemented for `vectorize=True`.");

            private static string Together(string setting, string instead) =>
                $"torch.autograd.functional.jacobian: `{setting}` and `strategy=\"forward-mode\"` are not supported together (yet). "
                + $"Please either set `{instead}` or `strategy=\"reverse-mode\"`.";

            private static Tensor[][] Rows(
                Func<Tensor[], Tensor[]> func, Tensor[] inputs, bool createGraph, bool strict, bool isTuple, bool vectorize)
            {
                using var mode = EnableGrad();
                var given = Prepare(inputs, createGraph, needGraph: true);
                var outputs = Call(func, given, isTuple, "jacobian");
                CheckOutputs(outputs, strict);
                if (vectorize)
                {
                    return !strict ? Array.ConvertAll(RowsAtOnce(outputs, given, createGraph), row => Finish(row, createGraph))
                        : throw new TorchException(
                            "torch.autograd.functional.jacobian: `strict=True` and `vectorized=True` are not supported together. Please "
                            + "either set `strict=False` or `vectorize=False`.");
                }

                var jacobian = new Tensor[outputs.Length][];
                for (var i = 0; i < outputs.Length; i++)
                {
                    var rows = Array.ConvertAll(given, static _ => new List<Tensor>());
                    var flat = outputs[i].Reshape(-1);
                    for (var j = 0; j < flat.Numel(); j++)
                    {
                        var row = Gradients([flat[j]], given, null, createGraph, retainGraph: true);
                        for (var k = 0; k < given.Length; k++)
                        {
                            if (strict && (row[k] is null || (createGraph && !row[k]!.RequiresGrad)))
                            {
                                throw new TorchException(row[k] is null
                                    ? $"Output {i} of the user-provided function is independent of input {k}. "
                                        + "This is not allowed in strict mode."
                                    : $"The jacobian of the user-provided function is independent of input {i}. "
                                        + "This is not allowed in strict mode when create_graph=True.");
                            }

                            rows[k].Add(row[k] ?? ZerosLike(given[k]));
                        }
                    }

                    jacobian[i] = Finish(
                        [.. rows.Select((row, k) => Stack([.. row]).View([.. outputs[i].Shape, .. given[k].Shape]))], createGraph);
                }

                return jacobian;
            }

            // All rows of all outputs are differentiated together: each by the row of a unit matrix, which is shared out among the outputs.
            private static Tensor[][] RowsAtOnce(Tensor[] outputs, Tensor[] given, bool createGraph)
            {
                var sizes = Array.ConvertAll(outputs, static output => output.Numel());
                var flat = Array.ConvertAll(outputs, static output => output.Reshape(-1));
                var rows = Gradients(flat, given, Basis(outputs), createGraph, isGradsBatched: true);
                var parts = rows.Select((row, k) => (row ?? ZerosLike(given[k]).Expand([sizes.Sum(), .. given[k].Shape])).Split(sizes));
                var byInput = parts.ToArray();
                return
                [
                    .. outputs.Select((output, i) =>
                        byInput.Select((part, k) => part[i].View([.. output.Shape, .. given[k].Shape])).ToArray()),
                ];
            }

            private static Tensor[][] Columns(Func<Tensor[], Tensor[]> func, Tensor[] inputs, bool isTuple)
            {
                Tensor[] values = [];
                var sizes = Array.ConvertAll(inputs, static input => input.Numel());
                var found = Vmap.Run(
                    directions =>
                    {
                        using var level = ForwardAd.DualLevel();
                        var duals = inputs.Zip(directions, static (input, one) => ForwardAd.MakeDual(input, one.ViewAs(input))).ToArray();
                        var halves = Array.ConvertAll(
                            Call(func, duals, isTuple, "None", "outputs"), static output => ForwardAd.UnpackDual(output));
                        values = Array.ConvertAll(halves, static half => half.Primal);
                        return Array.ConvertAll(halves, static half => half.Tangent ?? ZerosLike(half.Primal));
                    },
                    Basis(inputs));
                return
                [
                    .. found.Select((columns, i) => columns!.Split(sizes)
                        .Select((part, k) => part.Movedim(0, -1).Reshape([.. values[i].Shape, .. inputs[k].Shape])).ToArray()),
                ];
            }

            // For each tensor as many columns of a unit matrix as it has elements.
            private static Tensor[] Basis(Tensor[] tensors)
            {
                var (total, before) = (tensors.Sum(static tensor => tensor.Numel()), 0L);
                return Array.ConvertAll(tensors, tensor =>
                {
                    var part = tensor.NewZeros(total, tensor.Numel());
                    part.Diagonal(-before).Fill_(1);
                    before += tensor.Numel();
                    return part;
                });
            }

            // The rows of the first derivatives, which are computed as those of any function.
            private static Tensor[][] Second(
                Func<Tensor[], Tensor[]> func, Tensor[] inputs, bool createGraph, bool strict, bool vectorize, JacobianStrategy strategy)
            {
                return All(First, inputs, createGraph, strict, isTuple: true, vectorize, strategy);

                Tensor[] First(Tensor[] given)
                {
                    // Forwards, what comes in has a tangent and no history of its own.
                    Tensor[] recorded = strategy == JacobianStrategy.ForwardMode
                        ? Array.ConvertAll(given, static input => input.RequiresGrad_()) : given;
                    var first = All(Single, recorded, createGraph: true, strict: false, isTuple: false)[0];
                    CheckFirst(first, strict);
                    return first;
                }

                Tensor[] Single(Tensor[] given)
                {
                    var outputs = Call(func, given, isTuple: false, "hessian");
                    CheckOutputs(outputs, strict);
                    CheckOneElement(outputs[0], "hessian");
                    return [outputs[0].Squeeze()];
                }
            }

            private static Func<Tensor[], Tensor[]> OfOne(Func<Tensor, Tensor> func)
            {
                ArgumentNullException.ThrowIfNull(func);
                return given => [func(given[0])];
            }

            private static Func<Tensor[], Tensor[]> ToOne(Func<Tensor[], Tensor> func)
            {
                ArgumentNullException.ThrowIfNull(func);
                return given => [func(given)];
            }

            private static Func<Tensor[], Tensor[]> Checked(Func<Tensor[], Tensor[]> func)
            {
                ArgumentNullException.ThrowIfNull(func);
                return func;
            }
        }
    }
}

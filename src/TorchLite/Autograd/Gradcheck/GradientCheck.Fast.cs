using System.Numerics;

namespace TorchLite;

/// <content>
/// The fast mode: not all derivatives are compared, but one number for all of an input and a result, their sum weighted by random
/// numbers from both sides; forwards the derivatives along one random direction.
/// </content>
internal sealed partial record GradientCheck
{
    private void CompareFast(
        Func<Tensor[], Tensor[]> func, Tensor[] inputs, Tensor[] results, Func<int, int, string> part, bool isForward)
    {
        // Of their own, so that the program's random numbers stay as they are.
        var random = new Generator();
        var outputs = Differentiable(results);
        var given = Torch.Autograd.PlacesOfRecorded(inputs);
        var u = Array.ConvertAll(given, i =>
            (Real: Vector(inputs[i], random), Imaginary: inputs[i].DType.IsComplex ? Vector(inputs[i], random) : null));
        var v = isForward ? [] : Array.ConvertAll(outputs, output => Vector(output, random));
        var slopes = given.Select((i, k) => Slopes(func, inputs, Engine.Data(inputs[i]), Step(i, u[k].Real), Step(i, u[k].Imaginary)))
            .ToArray();
        if (outputs.Length == 0)
        {
            if (!isForward && slopes.Any(found => found.Any(slope => slope.Numel() > 0 && slope.Abs().Max().Item<double>() > NondetTol)))
            {
                throw ShouldBeFlat;
            }

            return;
        }

        var places = Places(results, outputs);
        for (var k = 0; k < given.Length; k++)
        {
            var forward = isForward ? Along(func, inputs, given[k], u[k].Real) : [];
            var sum = u[k].Real.Sum().Item<double>() + (u[k].Imaginary?.Sum().Item<double>() ?? 0);
            for (var i = 0; i < outputs.Length; i++)
            {
                var slope = slopes[k][places[i]];
                var (analytical, numerical, atol) = isForward
                    ? (forward[places[i]]!, slope, Atol * sum)
                    : (Weighted(outputs[i], Differentiable(inputs), v[i], k, u[k]), (v[i] * slope).Sum(),
                        Atol * sum * v[i].Sum().Item<double>());
                if (!IsClose(analytical, numerical, atol))
                {
                    throw new TorchGradcheckException(
                        Mismatch(part(i, k), i, k, analytical, numerical, isForward) + Slowly(func, inputs, results, k, i, isForward));
                }
            }
        }

        Tensor Step(int i, Tensor? direction) => direction is null ? Torch.Empty(0) : (direction * Eps).View(inputs[i].Shape);
    }

    // What goes back from one result with these weights, twice, to see whether it is the same each time; then weighted once more.
    private Tensor Weighted(Tensor output, Tensor[] inputs, Tensor weights, int which, (Tensor Real, Tensor? Imaginary) u)
    {
        Tensor?[][] Back() => Array.ConvertAll(
            Torch.Autograd.Grad([output], inputs, allowUnused: true, [weights.View(output.Shape)], retainGraph: true),
            static found => new[] { found?.Clone() });
        var row = Reentrant(inputs, Back(), Back())[which].View(-1);
        return u.Imaginary is null ? row.Dot(u.Real)
            : row.Real.Dot(u.Real) + (row.Imag.Dot(u.Imaginary) * Complex.ImaginaryOne);
    }

    private string Slowly(Func<Tensor[], Tensor[]> func, Tensor[] inputs, Tensor[] results, int which, int output, bool isForward)
    {
        var outputs = Differentiable(results);
        var place = Places(results, outputs)[output];
        var input = Differentiable(inputs)[which];
        var numerical = Numerical(func, inputs, input, results)[place]!;
        var analytical = isForward ? Forward(func, inputs, results)[which][place]!
            : Analytical(outputs[output], Differentiable(inputs))[which];
        var difference = (numerical - analytical).Abs().Max();
        return "\nThe above quantities relating the numerical and analytical jacobians are computed \nin fast mode. See: "
            + "https://github.com/pytorch/pytorch/issues/53876 for more background \nabout fast mode. Below, we recompute numerical and "
            + $"analytical jacobians in slow mode:\n\nNumerical:\n {numerical}\nAnalytical:\n{analytical}\n\n"
            + $"The max per-element difference (slow mode) is: {difference.Item()}.\n"
            + (IsClose(analytical, numerical, Atol)
                ? "Fast gradcheck failed but element-wise differences are small. This means that the\ntest might've passed in slow_mode!"
                : "");
    }

    // A random direction, real, of length 1.
    private static Tensor Vector(Tensor like, Generator random)
    {
        var vector = Torch.Rand([like.Numel()], dtype: DType.Float32, generator: random).To(Real(like.DType));
        return (vector / vector.Norm()).To(like.Device);
    }

    private static DType Real(DType dtype) =>
        dtype.Part;
}

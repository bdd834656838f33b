using System.Reflection;
using System.Runtime.CompilerServices;
using TorchLite.Tests.Reference;

namespace TorchLite.Tests.Autograd;

/// <summary>A call of an operation as a function of its tensors in double precision, to hold its gradients against differences.</summary>
internal sealed record Differentiation(Func<Tensor[], Tensor[]> Function, Tensor[] Inputs)
{
    private const long Largest = 24;

    /// <summary>What gives tensors, found by reflection; a function has the name of the method that it calls.</summary>
    internal static string[] Operations { get; } =
    [
        .. new[] { typeof(Tensor), typeof(Torch), typeof(Torch.Linalg), typeof(Torch.Special), typeof(Torch.Fft), typeof(FftOfVectors) }
            .SelectMany(static type => type.GetMethods(
                BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(static method => Gives(method.ReturnType)
                && (!method.IsStatic || method.GetParameters().Any(static p => Takes(p.ParameterType))))
            .Select(Name).Distinct().Order(StringComparer.Ordinal),
    ];

    internal static string Name(MethodBase method) =>
        method.DeclaringType == typeof(Torch) && typeof(Tensor).GetMethods().Any(other => other.Name == method.Name)
            ? $"Tensor.{method.Name}"
            : $"{method.DeclaringType!.Name}.{method.Name}";

    /// <summary>What a recorded call asks, with numbers of double precision that no two are alike; null where it is not fit.</summary>
    internal static Differentiation? Of(Binding binding)
    {
        var given = new List<Tensor>();
        var arguments = Array.ConvertAll(binding.Arguments, argument => argument switch
        {
            Tensor tensor => Slot(tensor, given),
            Tensor[] several => Array.ConvertAll(several, tensor => Slot(tensor, given)),
            _ => argument,
        });
        if (given.Count == 0 || binding.Arguments.Any(static argument => argument is DType) || !given.TrueForAll(IsFit))
        {
            return null;
        }

        var isWriting = binding.Method.Name.EndsWith('_') || binding.Method.Name.EndsWith("Assignment", StringComparison.Ordinal);
        return new(
            inputs =>
            {
                Torch.ManualSeed(1); // for random results
                var full = Array.ConvertAll(arguments, argument => argument switch
                {
                    Place place => inputs[place.Number],
                    object[] several => Array.ConvertAll(several, item => item is Place place ? inputs[place.Number] : (Tensor)item),
                    _ => argument,
                });
                if (isWriting)
                {
                    full[0] = ((Tensor)full[0]!).Clone();
                }

                var result = (binding with { Arguments = full }).Invoke();
                return [.. Tensors(result ?? full[0])];
            },
            [.. given.Select(Prepared)]);
    }

    internal static IEnumerable<Tensor> Tensors(object? value) => value switch
    {
        Tensor tensor => [tensor],
        Tensor[] several => several,
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => Tensors(tuple[i])),
        _ => [],
    };

    private static object Slot(Tensor tensor, List<Tensor> given)
    {
        if (!tensor.DType.IsDifferentiable)
        {
            return tensor;
        }

        given.Add(tensor);
        return new Place(given.Count - 1);
    }

    private static bool IsFit(Tensor tensor) =>
        tensor.Device.Type == "cpu" && tensor.Numel() is > 0 and <= Largest && tensor.Isfinite().All().Item<bool>();

    // Moved a little, each number otherwise: away from ties, from steps and from the edges of cells.
    private static Tensor Prepared(Tensor tensor)
    {
        var exact = tensor.Detach().To(tensor.DType.IsComplex ? DType.Complex128 : DType.Float64).Contiguous().Clone();
        var moves = Torch.Arange(1.0, exact.Numel() + 0.5).Double().Mul(1.7).Sin().Mul(0.01).View(exact.Shape);
        return (exact + moves).Detach().RequiresGrad_();
    }

    private static bool Gives(Type type) =>
        type == typeof(Tensor) || type == typeof(Tensor[])
        || (typeof(ITuple).IsAssignableFrom(type) && type.GetGenericArguments().Any(Gives));

    private static bool Takes(Type type) =>
        type == typeof(Tensor) || type == typeof(ReadOnlySpan<Tensor>) || type == typeof(IEnumerable<Tensor>) || type == typeof(Tensor[]);

    private sealed record Place(int Number);
}

using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using TorchLite.Nn;
using TorchLite.Nn.Utils.Rnn;
using TorchLite.Tests.Reference;

namespace TorchLite.Tests.Autograd;

/// <summary>A call of an operation as a function of its tensors in double precision, to hold its gradients against differences.</summary>
internal sealed record Differentiation(Func<Tensor[], Tensor[]> Function, Tensor[] Inputs)
{
    private const long Largest = 24;
    private const long LargestOfNetworks = 1000;

    /// <summary>Whether there are so many numbers that differences are taken of them together.</summary>
    internal bool IsLarge { get; init; }

    /// <summary>The call as Python has it, for messages; empty where it does not matter.</summary>
    internal string What { get; init; } = "";

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

    /// <summary>The functions of <c>torch.nn.functional</c> that give tensors, found in the same way.</summary>
    internal static string[] Functions { get; } =
    [
        .. typeof(Torch.Nn.Functional).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(static method => Gives(method.ReturnType)).Select(Name).Distinct().Order(StringComparer.Ordinal),
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
        if (given.Count == 0 || binding.Arguments.Any(static argument => argument is DType) || !given.TrueForAll(one => IsFit(one, Largest)))
        {
            return null;
        }

        return Of(binding, arguments, given);
    }

    /// <summary>The same of a function of <c>torch.nn.functional</c>, by the tensors whose gradients were recorded.</summary>
    internal static Differentiation? OfFunction(Binding binding, string what)
    {
        var given = new List<Tensor>();
        var arguments = Array.ConvertAll(binding.Arguments, argument => argument switch
        {
            Tensor { RequiresGrad: true } tensor => Slot(tensor, given),
            Tensor tensor => Exact(tensor),
            Tensor[] several => Array.ConvertAll(several, tensor => tensor.RequiresGrad ? Slot(tensor, given) : Exact(tensor)),
            _ => argument,
        });
        return given.Count == 0 || !given.TrueForAll(static one => IsFit(one, LargestOfNetworks))
            ? null
            : Of(binding, arguments, given, binding.Method.Name == "CtcLoss") with { IsLarge = true, What = what };
    }

    /// <summary>The same of a recorded call of a module, by its parameters too; null where it is not fit.</summary>
    internal static Differentiation? OfModule(JsonElement recorded)
    {
        Torch.ManualSeed(recorded.GetProperty("seed").GetInt64());
        if (ModuleReplay.Made(recorded) is not var (module, call, positional, keywords))
        {
            return null;
        }

        module.Train(!recorded.TryGetProperty("eval", out _));
        var given = new List<Tensor>();
        object? Taken(object? value) => value switch
        {
            Tensor { RequiresGrad: true } tensor when Takes(tensor) => Slot(tensor, given),
            Tensor tensor => Exact(tensor.Detach()),
            PythonList list => list with { Items = [.. list.Items.Select(Taken)] },
            _ => value,
        };

        // Which of its arguments such a loss is differentiated by, only it knows: PyTorch refuses to by the other.
        bool Takes(Tensor tensor) => module is not SoftMarginLoss || ReferenceEquals(tensor, positional[0]);
        var places = Array.ConvertAll(positional, Taken);
        var named = keywords.ToDictionary(static pair => pair.Key, pair => Taken(pair.Value));
        var count = given.Count;

        // The first call makes the parameters of lazy modules.
        _ = ModuleReplay.Bound(module, call, positional, keywords)?.Invoke();
        module.Double();
        var names = new List<string>();
        foreach (var (name, parameter) in module.NamedParameters())
        {
            names.Add(name);
            given.Add(parameter);
        }

        if (given.Count == 0 || !given.TrueForAll(static one => IsFit(one, LargestOfNetworks)))
        {
            return null;
        }

        return new(
            inputs =>
            {
                Torch.ManualSeed(1);
                object? Filled(object? value) => value switch
                {
                    Place place => Input(inputs[place.Number], module is CTCLoss),
                    PythonList list => list with { Items = [.. list.Items.Select(Filled)] },
                    _ => value,
                };
                var binding = ModuleReplay.Bound(
                    module, call, Array.ConvertAll(places, Filled), named.ToDictionary(static pair => pair.Key, pair => Filled(pair.Value)))!;
                var parameters = names.Select((name, i) => (name, inputs[count + i])).ToDictionary();
                return [.. Tensors(Torch.Func.FunctionalCall(module, parameters, binding.Invoke))];
            },
            [.. given.Select(Prepared)])
        {
            IsLarge = true,
            What = recorded.GetProperty("py").GetString()!,
        };
    }

    // The gradient that PyTorch gives of the loss is that by what log_softmax is taken of, before it.
    private static Tensor Input(Tensor input, bool isLogarithm) => isLogarithm ? input.LogSoftmax(-1) : input;

    private static Differentiation Of(Binding binding, object?[] arguments, List<Tensor> given, bool isLogarithm = false)
    {
        var isWriting = binding.Method.Name.EndsWith('_') || binding.Method.Name.EndsWith("Assignment", StringComparison.Ordinal);
        return new(
            inputs =>
            {
                Torch.ManualSeed(1); // for random results
                var full = Array.ConvertAll(arguments, argument => argument switch
                {
                    Place place => Input(inputs[place.Number], isLogarithm),
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
        PackedSequence packed => [packed.Data],
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

    // Numbers that stay what they are, in the precision of the others.
    private static Tensor Exact(Tensor tensor) => tensor.DType.IsFloatingPoint ? tensor.Double() : tensor;

    private static bool IsFit(Tensor tensor, long largest) =>
        tensor.Device.Type == "cpu" && tensor.Numel() > 0 && tensor.Numel() <= largest && tensor.Isfinite().All().Item<bool>();

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

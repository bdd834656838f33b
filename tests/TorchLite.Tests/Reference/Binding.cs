using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TorchLite.Tests.Reference;

/// <summary>A C# method with the arguments that a Python call gives it.</summary>
internal sealed record Binding(MethodBase Method, object?[] Arguments, int Cost)
{
    private static readonly ConcurrentDictionary<MethodBase, Func<object?[], object?>> Compiled = new();

    private static readonly ConcurrentDictionary<string, MethodBase[]> Candidates = new();

    /// <summary>The method that a C# compiler would choose, or null where none takes these arguments.</summary>
    internal static Binding? Find(string call, object?[] positional, IReadOnlyDictionary<string, object?> named)
    {
        var candidates = Candidates.GetOrAdd(call, Naming.Methods);
        return call is "Tensor.__getitem__" or "Tensor.__setitem__" ? Index(candidates, positional) : Choose(candidates, positional, named);
    }

    /// <summary>The one of these methods that a C# compiler would choose, or null where none takes these arguments.</summary>
    internal static Binding? Choose(MethodBase[] candidates, object?[] positional, IReadOnlyDictionary<string, object?> named) =>
        candidates.Select(method => Bind(method, positional, named)).OfType<Binding>()
            .OrderBy(static binding => binding.Cost).ThenBy(static binding => binding.Arguments.Length).FirstOrDefault();

    internal object? Invoke() => Compiled.GetOrAdd(Method, Compile)(Arguments);

    /// <summary>The C# signature, for messages.</summary>
    public override string ToString() =>
        $"{Method.DeclaringType!.Name}.{Method.Name}("
        + string.Join(", ", Method.GetParameters().Select(static p => $"{TypeName(p.ParameterType)} {p.Name}")) + ")";

    private static string TypeName(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner ? TypeName(inner) + "?"
        : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>"
        : type.Name;

    private static Binding? Bind(MethodBase method, object?[] positional, IReadOnlyDictionary<string, object?> named)
    {
        var parameters = method.GetParameters();
        var arguments = new List<object?>();
        var cost = 0;
        var next = 0;
        if (!method.IsStatic && !method.IsConstructor)
        {
            if (positional.Length == 0 || Conversion.Convert(positional[next++], method.DeclaringType!, out var receiver) is not { } first)
            {
                return null;
            }

            arguments.Add(receiver);
            cost += first;
        }

        var used = 0;
        foreach (var parameter in parameters)
        {
            object? argument;
            int? fit;
            if (next < positional.Length)
            {
                // Python's sizes may stand without brackets before others: torch.zeros(2, 3, dtype=…) is Torch.Zeros([2, 3], dtype: …).
                var isRest = IsParams(parameter) || (parameter.ParameterType == typeof(Shape) && positional[next] is long)
                    || (parameter.ParameterType == typeof(ReadOnlySpan<Tensor>) && positional[next] is Tensor);
                fit = isRest
                    ? Rest(parameter, positional[next..], out argument)
                    : Conversion.Convert(positional[next], parameter.ParameterType, out argument);
                next = isRest ? positional.Length : next + 1;
            }
            else if (named.FirstOrDefault(pair => Naming.Parameter(pair.Key) == parameter.Name) is { Key: not null } pair)
            {
                fit = Conversion.Convert(pair.Value, parameter.ParameterType, out argument);
                used++;
            }
            else if (parameter.HasDefaultValue)
            {
                (argument, fit) = (Default(parameter), 0);
            }
            else if (IsParams(parameter))
            {
                var type = parameter.ParameterType;
                (argument, fit) = (Array.CreateInstance(type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0], 0), 1);
            }
            else
            {
                return null;
            }

            if (fit is not { } one)
            {
                return null;
            }

            arguments.Add(argument);
            cost += one;
        }

        return next == positional.Length && used == named.Count ? new Binding(method, [.. arguments], cost) : null;
    }

    // Reflection has an enumeration's number, and null for the default value of a structure; an empty span is an empty array here.
    private static object? Default(ParameterInfo parameter) => (parameter.DefaultValue, parameter.ParameterType) switch
    {
        ({ } number, { IsEnum: true } type) => Enum.ToObject(type, number),
        (_, { IsByRefLike: true } type) => Array.CreateInstance(type.GetGenericArguments()[0], 0),
        (null, { IsValueType: true } type) => Activator.CreateInstance(type),
        (var value, _) => value,
    };

    // "params": the rest of the arguments, or one list of them.
    private static int? Rest(ParameterInfo parameter, object?[] rest, out object? argument) =>
        rest is [PythonList or Shape]
            ? Conversion.Convert(rest[0], parameter.ParameterType, out argument)
            : Conversion.Convert(new PythonList(rest, true), parameter.ParameterType, out argument);

    private static bool IsParams(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(ParamCollectionAttribute)) || parameter.IsDefined(typeof(ParamArrayAttribute));

    private static Binding? Index(MethodBase[] candidates, object?[] positional)
    {
        var isTuple = positional[1] is PythonList { IsTuple: true };
        var accessor = candidates.Single(method => method.GetParameters()[0].ParameterType is var first
            && first.IsByRefLike == isTuple && first != typeof(TensorIndex)); // which is F#'s form
        object? index = isTuple
            ? ((PythonList)positional[1]!).Items.Select(Conversion.ToIndex).ToArray()
            : Conversion.ToIndex(positional[1]);
        object? value = null;
        return positional.Length == 2 ? new(accessor, [positional[0], index], 0)
            : Conversion.Convert(positional[2], typeof(Tensor), out value) is { } cost ? new(accessor, [positional[0], index, value], cost)
            : null;
    }

    // Reflection cannot pass spans; a compiled expression can.
    private static Func<object?[], object?> Compile(MethodBase method)
    {
        var all = Expression.Parameter(typeof(object?[]));
        var offset = method.IsStatic || method.IsConstructor ? 0 : 1;
        var arguments = method.GetParameters().Select(
            (parameter, i) => Pass(Expression.ArrayIndex(all, Expression.Constant(i + offset)), parameter.ParameterType));
        Expression call = method is ConstructorInfo constructor
            ? Expression.New(constructor, arguments)
            : Expression.Call(
                offset == 0 ? null : Expression.Convert(Expression.ArrayIndex(all, Expression.Constant(0)), method.DeclaringType!),
                (MethodInfo)method, arguments);
        Expression body = call.Type == typeof(void)
            ? Expression.Block(call, Expression.Constant(null))
            : Expression.Convert(call, typeof(object));
        return Expression.Lambda<Func<object?[], object?>>(body, all).Compile();
    }

    private static Expression Pass(Expression argument, Type type)
    {
        if (!type.IsByRefLike)
        {
            return Expression.Convert(argument, type);
        }

        var array = type.GetGenericArguments()[0].MakeArrayType();
        return Expression.Call(type.GetMethod("op_Implicit", [array])!, Expression.Convert(argument, array));
    }
}

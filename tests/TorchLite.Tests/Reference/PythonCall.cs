using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;

namespace TorchLite.Tests.Reference;

/// <summary>
/// A call of the corpus (<c>torch.sum</c>, <c>Tensor.add_</c>, <c>attr:T</c>, <c>op:+</c>), made through TorchLite's public API by its
/// naming rule.
/// </summary>
internal static class PythonCall
{
    private const BindingFlags Static = BindingFlags.Public | BindingFlags.Static;
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.Instance;

    private static readonly Dictionary<string, string> Operators = new()
    {
        ["+"] = "op_Addition", ["-"] = "op_Subtraction", ["*"] = "op_Multiply", ["/"] = "op_Division", ["%"] = "op_Modulus",
        ["&"] = "op_BitwiseAnd", ["|"] = "op_BitwiseOr", ["^"] = "op_ExclusiveOr", ["<<"] = "op_LeftShift", [">>"] = "op_RightShift",
        ["=="] = "op_Equality", ["!="] = "op_Inequality", ["<"] = "op_LessThan", ["<="] = "op_LessThanOrEqual", [">"] = "op_GreaterThan",
        [">="] = "op_GreaterThanOrEqual", ["~"] = "op_OnesComplement", ["neg"] = "op_UnaryNegation", ["pos"] = "op_UnaryPlus",
        ["bool"] = "op_True",
    };

    // Operators that C# lacks: the README names the methods for them.
    private static readonly Dictionary<string, string> Methods = new() { ["**"] = "pow", ["@"] = "matmul", ["//"] = "floor_divide" };

    private static readonly ConcurrentDictionary<MethodInfo, Func<object?, object?[], object?>> Invokers = new();

    /// <exception cref="MissingMethodException">TorchLite has no such member, or none that takes these arguments.</exception>
    public static object? Invoke(string call, IReadOnlyList<object?> args, IReadOnlyDictionary<string, object?> named)
    {
        var (kind, name) = call.IndexOf(':') is var colon and >= 0 ? (call[..colon], call[(colon + 1)..]) : ("", call);
        switch (kind)
        {
            case "attr":
                return Call(call, Accessors(args[0]!, name, property => property.GetMethod), args[0], [], named);
            case "setattr":
                return Call(call, Accessors(args[0]!, name, property => property.SetMethod), args[0], args.Skip(1), named);
            case "op" when Methods.TryGetValue(name, out var method):
                return args[0] is Tensor ? Invoke($"Tensor.{method}", args, named) : Invoke($"torch.{method}", args, named);
            case "op":
                return Call(call, typeof(Tensor).GetMethods(Static).Where(m => m.Name == Operators[name]), null, args, named);
        }

        var path = call.Split('.');
        if (call == "Tensor.t")
        {
            // C# allows no method T beside the property T, so this one is a function only.
            path[0] = "torch";
        }

        if (path[0] == "Tensor")
        {
            return path[1] switch
            {
                "__getitem__" => Call(call, Indexers(property => property.GetMethod), args[0], Index(args[1]), named),
                "__setitem__" => Call(call, Indexers(property => property.SetMethod), args[0], [.. Index(args[1]), args[2]], named),
                _ => Call(call, Named(args[0]!.GetType(), Instance, path[1]), args[0], args.Skip(1), named),
            };
        }

        Type? type = typeof(Torch);
        foreach (var part in path[1..^1])
        {
            type = type?.GetNestedType(PythonName.ToPascal(part));
        }

        return Call(call, type is null ? [] : Named(type, Static, path[^1]), null, args, named);
    }

    // Python gives an index in one piece: a tuple is many indices, a list one.
    private static IReadOnlyList<object?> Index(object? index) =>
        [index is PythonList { IsTuple: true } tuple ? tuple : new PythonList([index], true)];

    private static IEnumerable<MethodInfo> Indexers(Func<PropertyInfo, MethodInfo?> accessor) =>
        typeof(Tensor).GetProperties(Instance)
            .Where(property => property.GetIndexParameters() is [{ ParameterType: var type }]
                && PythonArgument.IsSpan(type, out var element) && element == typeof(TensorIndex?))
            .Select(accessor).OfType<MethodInfo>();

    private static IEnumerable<MethodInfo> Accessors(object target, string name, Func<PropertyInfo, MethodInfo?> accessor) =>
        target.GetType().GetProperties(Instance).Where(property => property.Name == PythonName.ToPascal(name))
            .Select(accessor).OfType<MethodInfo>();

    private static IEnumerable<MethodInfo> Named(Type type, BindingFlags kind, string name) =>
        type.GetMethods(kind).Where(method => method.Name == PythonName.ToPascal(name));

    private static object? Call(
        string call, IEnumerable<MethodInfo> candidates, object? target, IEnumerable<object?> args,
        IReadOnlyDictionary<string, object?> named)
    {
        var given = args.ToList();
        (MethodInfo Method, object?[] Values, int Distance)? best = null;
        foreach (var method in candidates)
        {
            if (Bind(method.GetParameters(), given, named) is var (values, distance) && (best is null || distance < best.Value.Distance))
            {
                best = (method, values, distance);
            }
        }

        return best is { } chosen
            ? Invokers.GetOrAdd(chosen.Method, Invoker)(target, chosen.Values)
            : throw new MissingMethodException(
                $"TorchLite has no {call} that takes ({string.Join(", ", given.Select(Describe).Concat(named.Keys))})");
    }

    private static string Describe(object? value) => value is null ? "None" : value.GetType().Name;

    private static (object?[] Values, int Distance)? Bind(
        ParameterInfo[] parameters, List<object?> given, IReadOnlyDictionary<string, object?> named)
    {
        var values = new object?[parameters.Length];
        var (used, usedNames, total) = (0, 0, 0);
        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = parameters[i];
            var name = named.Keys.FirstOrDefault(key => PythonName.ToCamel(key) == parameter.Name);
            (object? Value, int Distance)? bound;
            if (used < given.Count && name is null)
            {
                var isLoose = IsLoose(parameter.ParameterType, isLast: i == parameters.Length - 1, given, used);
                bound = PythonArgument.Convert(isLoose ? new PythonList(given[used..], true) : given[used], parameter.ParameterType);
                used = isLoose ? given.Count : used + 1;
            }
            else if (name is not null)
            {
                bound = PythonArgument.Convert(named[name], parameter.ParameterType);
                usedNames++;
            }
            else if (parameter.HasDefaultValue)
            {
                // A default that is not there as an object is default(T): the value of an empty field.
                bound = (parameter.DefaultValue, 1);
            }
            else if (PythonArgument.IsSpan(parameter.ParameterType, out _))
            {
                bound = PythonArgument.Convert(new PythonList([], true), parameter.ParameterType);
            }
            else
            {
                return null;
            }

            if (bound is not var (value, distance))
            {
                return null;
            }

            values[i] = value;
            total += distance;
        }

        return used == given.Count && usedNames == named.Count ? (values, total) : null;
    }

    // Loose numbers are a list: reshape(2, 3) in C# too, ones(2, 3, dtype=d) as Ones([2, 3], dtype: d).
    private static bool IsLoose(Type type, bool isLast, List<object?> given, int used) =>
        (isLast && PythonArgument.IsSpan(type, out _) && given[used] is not PythonList and not Shape)
        || (type == typeof(Shape) && given.Skip(used).All(value => value is long));

    /// <summary>Calls a method with boxed arguments; arrays become spans, which reflection itself cannot pass.</summary>
    private static Func<object?, object?[], object?> Invoker(MethodInfo method)
    {
        Type[] takes = [typeof(object), typeof(object[])];
        var dynamic = new DynamicMethod(method.Name, typeof(object), takes, typeof(PythonCall).Module, skipVisibility: true);
        var unbox = typeof(PythonCall).GetMethod(nameof(Unbox), BindingFlags.NonPublic | BindingFlags.Static)!;
        var il = dynamic.GetILGenerator();
        if (!method.IsStatic)
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(method.DeclaringType!.IsValueType ? OpCodes.Unbox : OpCodes.Castclass, method.DeclaringType);
        }

        var parameters = method.GetParameters();
        for (var i = 0; i < parameters.Length; i++)
        {
            var type = parameters[i].ParameterType;
            il.Emit(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Ldc_I4, i);
            il.Emit(OpCodes.Ldelem_Ref);
            if (PythonArgument.IsSpan(type, out var element))
            {
                il.Emit(OpCodes.Castclass, element.MakeArrayType());
                il.Emit(OpCodes.Call, type.GetMethod("op_Implicit", [element.MakeArrayType()])!);
            }
            else
            {
                // Of null this makes the default value of any value type.
                il.Emit(OpCodes.Call, unbox.MakeGenericMethod(type));
            }
        }

        il.Emit(method.IsStatic ? OpCodes.Call : OpCodes.Callvirt, method);
        if (method.ReturnType == typeof(void))
        {
            il.Emit(OpCodes.Ldnull);
        }
        else if (method.ReturnType.IsValueType)
        {
            il.Emit(OpCodes.Box, method.ReturnType);
        }

        il.Emit(OpCodes.Ret);
        return dynamic.CreateDelegate<Func<object?, object?[], object?>>();
    }

    private static T Unbox<T>(object? value) => value is null ? default! : (T)value;
}

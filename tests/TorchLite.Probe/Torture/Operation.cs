using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TorchLite.Probe.Torture;

/// <summary>A public method, property or operator of the library, and the calls of it that are known to work.</summary>
internal sealed class Operation
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private readonly Func<Recipe[], object?> invoke;

    private Operation(MethodInfo method)
    {
        Method = method;
        var parameters = method.GetParameters().Select(static p => new Parameter(
            p.Name!, p.ParameterType.IsByRef ? p.ParameterType.GetElementType()! : p.ParameterType, p)); // one that is "in"
        Parameters = method.IsStatic ? [.. parameters] : [new Parameter("this", method.DeclaringType!, null), .. parameters];
        invoke = Compile(method, Parameters);
    }

    /// <summary>
    /// All of them that compile, found by reflection, so that new ones join by themselves. Not the forms for F#, which hand on what they are
    /// given; random calls have those too.
    /// </summary>
    internal static IReadOnlyList<MethodInfo> All { get; } =
        [.. Types(typeof(Torch)).Where(static type => !type.IsGenericType).Concat([typeof(FftOfVectors), typeof(Tensor)])
            .SelectMany(static type => type.GetMethods(Public))
            .Where(static method => method.GetCustomAttribute<ObsoleteAttribute>() is not { IsError: true } && !IsForFSharp(method))
            .OrderBy(Describe, StringComparer.Ordinal)];

    internal MethodInfo Method { get; }

    internal Parameter[] Parameters { get; }

    internal string Name => Describe(Method);

    /// <summary>Whether it changes a tensor that it is given: not for tensors that others read.</summary>
    internal bool IsWriting =>
        Method.Name.EndsWith('_') || Method.Name.EndsWith("Assignment", StringComparison.Ordinal)
        || Method.Name.StartsWith("set_", StringComparison.Ordinal)
        || Method.Name is "Dispose" or "Backward" or "RetainGrad" or "ZeroGrad";

    /// <summary>A method that takes a type is tried with each of these.</summary>
    internal static IEnumerable<Operation> Of(MethodInfo method) =>
        method.IsGenericMethodDefinition
            ? new[] { typeof(double), typeof(float), typeof(long), typeof(Tensor) }
                .Select(type => TryMake(method, type)).OfType<Operation>()
            : [new Operation(method)];

    internal static string Describe(MethodInfo method) =>
        $"{method.DeclaringType!.Name}.{method.Name}("
        + string.Join(", ", method.GetParameters().Select(static p => $"{TypeName(p.ParameterType)} {p.Name}")) + ")";

    /// <summary>Makes the arguments and calls. Nothing but the call refers to what the recipes make.</summary>
    internal object? Call(Recipe[] recipes) => invoke(recipes);

    private static Operation? TryMake(MethodInfo method, Type type)
    {
        try
        {
            return new Operation(method.MakeGenericMethod(type));
        }
        catch (ArgumentException)
        {
            return null; // a constraint
        }
    }

    private static IEnumerable<Type> Types(Type type) =>
        type.GetNestedTypes().Where(static t => t.IsClass).SelectMany(Types).Prepend(type);

    private static string TypeName(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner ? TypeName(inner) + "?"
        : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>"
        : type.Name;

    private static bool IsForFSharp(MethodInfo method) =>
        method.GetCustomAttribute<OverloadResolutionPriorityAttribute>() is { Priority: < 0 }
        || (method.Name.StartsWith("op_", StringComparison.Ordinal) && !method.IsSpecialName)
        || (method.Name is "get_Elements" or "set_Elements" && method.GetParameters()[0].ParameterType == typeof(TensorIndex));

    // The arguments are made inside the compiled call: they are on its stack only, so that they are garbage as soon as the callee thinks
    // so. A receiver whose call answers nothing is the exception: it is kept, to be looked at afterwards.
    private static Func<Recipe[], object?> Compile(MethodInfo method, Parameter[] parameters)
    {
        var recipes = Expression.Parameter(typeof(Recipe[]));
        var made = parameters.Select((p, i) => Pass(Expression.Invoke(Expression.Field(
            Expression.ArrayIndex(recipes, Expression.Constant(i)), nameof(Recipe.Make))), p.Type)).ToArray();
        var receiver = method.ReturnType == typeof(void) && !method.IsStatic ? Expression.Variable(typeof(Tensor)) : null;
        var call = method.IsStatic ? Expression.Call(method, made) : Expression.Call((Expression?)receiver ?? made[0], method, made[1..]);
        Expression body = receiver is not null ? Expression.Block([receiver], Expression.Assign(receiver, made[0]), call, receiver)
            : method.ReturnType == typeof(void) ? Expression.Block(call, Expression.Constant(null))
            : Expression.Convert(call, typeof(object));
        return Expression.Lambda<Func<Recipe[], object?>>(body, recipes).Compile();
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

/// <summary>A parameter, or the receiver.</summary>
internal sealed record Parameter(string Name, Type Type, ParameterInfo? Info);

/// <summary>How to make an argument anew, and in words.</summary>
internal sealed class Recipe(string text, Func<object?> make)
{
    internal readonly Func<object?> Make = make;

    public override string ToString() => text;
}

using System.Reflection;
using System.Reflection.Emit;

namespace TorchLite.Tests.Safety;

/// <summary>
/// Some methods of TorchSharp make a native scalar of their own, which the finalizer thread may free in the middle of the call. TorchLite
/// calls none of them: it makes its scalars itself.
/// </summary>
public class HiddenScalarTests
{
    private const BindingFlags Members =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodes =
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (OpCode)field.GetValue(null)!)
            .ToDictionary(static code => code.Value);

    [Test]
    public void Nothing_of_TorchSharp_that_hides_a_scalar_is_called()
    {
        var calls = Methods(typeof(TorchSharp.Scalar).Assembly)
            .ToDictionary(static method => method, static method => Called(method).ToHashSet());
        var hiding = calls.Keys
            .Where(static method => method is ConstructorInfo && method.DeclaringType == typeof(TorchSharp.Scalar)).ToHashSet();
        while (calls.Keys.Where(method => !hiding.Contains(method) && calls[method].Overlaps(hiding)).ToList() is { Count: > 0 } more)
        {
            hiding.UnionWith(more);
        }

        var wrong =
            from method in Methods(typeof(Tensor).Assembly)
            from called in Called(method)
            where hiding.Contains(called)
            select $"{Name(method)} calls {Name(called)}";
        wrong.Should().BeEmpty();
        hiding.Select(Name).Should().Contain("Tensor.square", "the search finds what is there");
    }

    private static string Name(MethodBase method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static IEnumerable<MethodBase> Methods(Assembly assembly) =>
        assembly.GetTypes().SelectMany(static type => type.GetMethods(Members).Concat<MethodBase>(type.GetConstructors(Members)));

    private static IEnumerable<MethodBase> Called(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var i = 0; i < code.Length;)
        {
            var isLong = code[i] == 0xFE;
            var instruction = OpCodes[isLong ? (short)(0xFE00 | code[i + 1]) : code[i]];
            i += isLong ? 2 : 1;
            if (instruction.OperandType == OperandType.InlineMethod && Resolve(method, BitConverter.ToInt32(code, i)) is { } called)
            {
                yield return called;
            }

            i += instruction.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, i)),
                _ => 4,
            };
        }
    }

    private static MethodBase? Resolve(MethodBase method, int token)
    {
        var called = method.Module.ResolveMethod(
            token, method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null,
            method.IsGenericMethod ? method.GetGenericArguments() : null);
        return called is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericMethodDefinition() : called;
    }
}

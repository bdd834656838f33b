using System.Reflection;
using System.Reflection.Emit;

namespace TorchLite.Tests.House;

/// <summary>Which methods the methods of an assembly call, as the intermediate language says.</summary>
internal static class IlCalls
{
    private const BindingFlags Members =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodes =
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (OpCode)field.GetValue(null)!)
            .ToDictionary(static code => code.Value);

    internal static string Name(MethodBase method) => $"{method.DeclaringType!.Name}.{method.Name}";

    internal static IEnumerable<MethodBase> Methods(Assembly assembly) =>
        assembly.GetTypes().SelectMany(static type => type.GetMethods(Members).Concat<MethodBase>(type.GetConstructors(Members)));

    internal static IEnumerable<MethodBase> Of(MethodBase method)
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

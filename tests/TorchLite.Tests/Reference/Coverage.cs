using System.Reflection;
using System.Text.Json;

namespace TorchLite.Tests.Reference;

/// <summary>How many recorded cases an operation has: a method, its in-place form apart, and its functional twin are one.</summary>
internal sealed record Coverage(string Op, int Cases, int Errors)
{
    private const int Enough = 8;

    private const BindingFlags Members =
        BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>What an entry of few-cases.txt has to excuse: "cases", "error", "both", or nothing.</summary>
    internal string Missing => (Cases < Enough, Errors == 0) switch
    {
        (true, true) => "both",
        (true, false) => "cases",
        (false, true) => "error",
        _ => "",
    };

    /// <summary>Every public operation of the library, with what the corpus has of it; equal calls count once.</summary>
    internal static Coverage[] All(IEnumerable<JsonElement> corpus)
    {
        var found = corpus
            .GroupBy(static recorded => recorded.GetProperty("call").GetString()!)
            .SelectMany(static group => Naming.Methods(group.Key).Take(1).SelectMany(method => group.Select(one => (Op: Name(method), one))))
            .ToLookup(static pair => pair.Op, static pair => pair.one);
        return
        [
            .. Operations().Select(op =>
            {
                var calls = found[op].DistinctBy(static one => one.GetProperty("py").GetString()).ToArray();
                return new Coverage(op, calls.Length, calls.Count(static one => one.TryGetProperty("error", out _)));
            }),
        ];
    }

    private static IEnumerable<string> Operations() =>
        new[] { typeof(Tensor), typeof(Torch), typeof(Torch.Linalg), typeof(Torch.Special), typeof(Torch.Fft), typeof(FftOfVectors), typeof(Torch.Random) }
            .SelectMany(static type => type.GetMembers(Members))
            .Where(static member => member is PropertyInfo or MethodInfo { IsSpecialName: false }
                && (member as MethodInfo)?.GetBaseDefinition().DeclaringType != typeof(object))
            .Select(Name).Distinct().Order(StringComparer.Ordinal);

    // Tensor.Add and Torch.Add are Add; what is in a module says so: Linalg.Inv.
    private static string Name(MemberInfo member)
    {
        var name = member is MethodInfo { IsSpecialName: true } && !member.Name.StartsWith("op_", StringComparison.Ordinal)
            ? member.Name[4..]
            : member.Name;
        var type = member.DeclaringType == typeof(FftOfVectors) ? typeof(Torch.Fft) : member.DeclaringType!;
        return type.IsNested ? $"{type.Name}.{name}" : name;
    }
}

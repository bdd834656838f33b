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
        var names = new Dictionary<string, string?>();
        var found = corpus
            .SelectMany(one => Calls(one).Select(call => (Op: Operation(call, names), one)))
            .ToLookup(static pair => pair.Op, static pair => pair.one);
        return
        [
            .. Operations().Select(op =>
            {
                var cases = found[op].DistinctBy(static one => one.GetProperty("py").GetString()).ToArray();
                var errors = cases.Count(one => one.TryGetProperty("error", out _) && Operation(Calls(one).Last(), names) == op);
                return new Coverage(op, cases.Length, errors);
            }),
        ];
    }

    // What a setup step calls shows in the call after it.
    private static IEnumerable<string> Calls(JsonElement recorded) =>
        recorded.List("setup").Append(recorded).Select(static step => step.GetProperty("call").GetString()!)
            .Select(call =>
                call.StartsWith("torch.nn.functional", StringComparison.Ordinal) && GivesIndices(recorded) ? $"{call}_with_indices" : call);

    private static bool GivesIndices(JsonElement recorded) => recorded.Fields("kwargs").Any(static argument =>
        argument.Name == "return_indices" && argument.Value.TryGetProperty("b", out var wanted) && wanted.GetBoolean());

    private static string? Operation(string call, Dictionary<string, string?> known)
    {
        if (!known.TryGetValue(call, out var name))
        {
            known[call] = name = Naming.Methods(call).Select(Name).FirstOrDefault();
        }

        return name;
    }

    private static IEnumerable<string> Operations() =>
        new[]
            {
                typeof(Tensor), typeof(Torch), typeof(Torch.Linalg), typeof(Torch.Special), typeof(Torch.Fft), typeof(FftOfVectors),
                typeof(Torch.Random), typeof(Torch.Signal.Windows), typeof(Torch.Nn.Functional), typeof(Torch.Nn.Init), typeof(Torch.Nn.Utils),
                typeof(Torch.Nn.Utils.Rnn),
            }
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

using System.Runtime.CompilerServices;

namespace TorchLite.Nn.Parallel;

/// <summary>The tensors in what a module gives: one, or in tuples, arrays, lists and dictionaries of them.</summary>
internal static class OutputTensors
{
    /// <summary>All tensors, in order.</summary>
    /// <exception cref="TorchTypeException">It is something in which tensors are not looked for.</exception>
    internal static Tensor[] Of(object? output)
    {
        var found = new List<Tensor>();
        _ = Replaced(output, tensor =>
        {
            found.Add(tensor);
            return tensor;
        });
        return [.. found];
    }

    /// <summary>The same with other tensors in their places.</summary>
    /// <exception cref="TorchTypeException">It is something in which tensors are not looked for.</exception>
    internal static object? Replaced(object? output, Func<Tensor, Tensor> other) => output switch
    {
        null or string or ValueType and not ITuple => output,
        Tensor tensor => other(tensor),
        ITuple tuple => OutputTuple.Like(tuple, Array.ConvertAll(tuple.Items(), item => Replaced(item, other))),
        Tensor[] array => Array.ConvertAll(array, tensor => other(tensor)),
        List<Tensor> list => list.ConvertAll(tensor => other(tensor)),
        Dictionary<string, Tensor> dictionary => dictionary.ToDictionary(static one => one.Key, one => other(one.Value)),
        _ => throw new TorchTypeException(
            "findUnusedParameters and staticGraph look for tensors in a tensor, a tuple, a Tensor[], a List<Tensor> and a "
            + $"Dictionary<string, Tensor>, and the module gives a {output.GetType().Name.Split('`')[0]}"),
    };
}

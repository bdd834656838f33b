using System.Collections;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace TorchLite.Probe.Torture;

/// <summary>A result as text that is equal where the results are equal bit for bit.</summary>
internal static class Snapshot
{
    internal static string Of(object? value, bool isVarying) => value switch
    {
        null => "null",
        Tensor { IsDisposed: true } => "disposed",
        Tensor tensor => $"{tensor.DType}{tensor.Shape}{(isVarying || tensor.IsMeta ? "" : Bytes(tensor))}",
        string text => text,
        ITuple tuple => string.Join("; ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i], isVarying))),
        IEnumerator enumerator => List(Enumerate(enumerator), isVarying),
        Shape or DType or Device or Scalar => value.ToString()!,
        IEnumerable list => List(list.Cast<object?>(), isVarying),
        _ when isVarying => value.GetType().Name,
        double number => BitConverter.DoubleToInt64Bits(number).ToString("x"),
        _ => FormattableString.Invariant($"{value}"),
    };

    /// <summary>Disposes the tensors of a result, but for those that belong to all.</summary>
    internal static void Dispose(object? value, HashSet<Tensor> shared)
    {
        switch (value)
        {
            case Tensor tensor when !shared.Contains(tensor):
                tensor.Dispose();
                break;
            case ITuple tuple:
                for (var i = 0; i < tuple.Length; i++)
                {
                    Dispose(tuple[i], shared);
                }

                break;
            case Tensor[] tensors:
                Array.ForEach(tensors, tensor => Dispose(tensor, shared));
                break;
        }
    }

    private static string List(IEnumerable<object?> items, bool isVarying) =>
        $"[{string.Join("; ", items.Select(item => Of(item, isVarying)))}]";

    private static IEnumerable<object?> Enumerate(IEnumerator enumerator)
    {
        while (enumerator.MoveNext())
        {
            yield return enumerator.Current;
        }
    }

    private static unsafe string Bytes(Tensor tensor)
    {
        var plain = tensor.Detach().ResolveConj().ResolveNeg().Contiguous();
        var bytes = new ReadOnlySpan<byte>((void*)plain.DataPtr(), (int)plain.Nbytes);
        var text = bytes.Length <= 72 ? Convert.ToHexString(bytes) : Convert.ToHexString(SHA1.HashData(bytes));
        GC.KeepAlive(plain);
        return text;
    }
}

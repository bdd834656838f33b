using System.Numerics;

namespace TorchLite.Utils.Data;

/// <summary>Numbers become a tensor of their type: <c>int</c>, which a C# program writes for Python's <c>int</c>, is int64.</summary>
internal sealed class NumberCollation : Collation
{
    internal static readonly NumberCollation Instance = new();

    private static readonly Dictionary<Type, Func<object[], Array>> Columns = new()
    {
        [typeof(bool)] = Column<bool>, [typeof(byte)] = Column<byte>, [typeof(sbyte)] = Column<sbyte>, [typeof(short)] = Column<short>,
        [typeof(int)] = static items => Array.ConvertAll(items, static item => (long)(int)item), [typeof(long)] = Column<long>,
        [typeof(Half)] = Column<Half>, [typeof(float)] = Column<float>, [typeof(double)] = Column<double>,
        [typeof(Complex)] = Column<Complex>,
        [typeof(ushort)] = Column<ushort>, [typeof(uint)] = Column<uint>, [typeof(ulong)] = Column<ulong>,
    };

    internal static bool Is(Type type) => Columns.ContainsKey(type);

    internal static bool IsArray(Type type) => type.IsArray && Is(type.GetElementType()!);

    internal override object Collate(object[] items) => Torch.Tensor(Columns[items[0].GetType()](items));

    internal override object Map(object batch, Func<Tensor, Tensor> change) => change((Tensor)batch);

    private static T[] Column<T>(object[] items) => Array.ConvertAll(items, static item => (T)item);
}

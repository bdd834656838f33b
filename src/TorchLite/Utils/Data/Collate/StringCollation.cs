namespace TorchLite.Utils.Data;

/// <summary>Strings stay strings, in an array.</summary>
internal sealed class StringCollation : Collation
{
    internal static readonly StringCollation Instance = new();

    internal override object Collate(object[] items) => Array.ConvertAll(items, static item => (string)item);
}

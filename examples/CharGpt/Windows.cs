using TorchLite;
using TorchLite.Utils.Data;

/// <summary>每一项: 连续64个字符, 和往后错一位的64个. An item: 64 letters in a row, and the 64 that begin one later.</summary>
internal sealed class Windows(Tensor codes) : Dataset<(Tensor X, Tensor Y)>
{
    public override int Count => (int)codes.Size(0) - Gpt.Context;

    public override (Tensor X, Tensor Y) this[int index] =>
        (codes[index..(index + Gpt.Context)], codes[(index + 1)..(index + Gpt.Context + 1)]);
}

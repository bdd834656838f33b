using System.IO.Compression;
using TorchLite;

/// <summary>examples/data/digits.csv.gz: 1797张8x8的手写数字. 1,797 handwritten digits.</summary>
internal static class DigitImages
{
    /// <summary>图像[1797, 1, 8, 8], 0到1; 数字[1797]. The images, from 0 to 1, and the digits.</summary>
    internal static (Tensor Images, Tensor Labels) Load()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "digits.csv.gz"));
        using var text = new GZipStream(file, CompressionMode.Decompress);
        var table = Csv.Load(text, dtype: DType.Int64);
        return (table[.., ..64].View(-1, 1, 8, 8) / 16, table[.., 64]);
    }
}

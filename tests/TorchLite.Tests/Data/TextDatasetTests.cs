using Microsoft.ML.Tokenizers;
using TorchLite.Tests.Serialization;
using TorchLite.Utils.Data;

namespace TorchLite.Tests.Data;

/// <summary>Windows of tokens.</summary>
[NonParallelizable]
public sealed class TextDatasetTests
{
    [TestCase(1, 3, 5)]
    [TestCase(2, 3, 3)]
    [TestCase(3, 7, 1)]
    [TestCase(5, 2, 2)]
    public void An_item_is_a_window_and_the_one_that_begins_one_later(int stride, int length, int count)
    {
        foreach (var dtype in new[] { DType.Uint8, DType.Int16, DType.Int32, DType.Int64, DType.Uint16 })
        {
            var tokens = Torch.Arange(10, 18).To(dtype);
            var dataset = new TextDataset(tokens, length, stride);
            dataset.Count.Should().Be(count);
            for (var i = 0; i < count; i++)
            {
                var begin = 10 + (i * stride);
                dataset[i].X.ToString().Should().Be(Torch.Arange(begin, begin + length).ToString());
                dataset[i].Y.ToString().Should().Be(Torch.Arange(begin + 1, begin + length + 1).ToString());
            }

            var order = Enumerable.Range(0, count).Reverse().ToArray();
            var (x, y) = dataset.GetBatch(order);
            x.Equal(Torch.Stack([.. order.Select(i => dataset[i].X)])).Should().BeTrue();
            y.Equal(Torch.Stack([.. order.Select(i => dataset[i].Y)])).Should().BeTrue();
            (x.IsContiguous() && y.IsContiguous()).Should().BeTrue();
            dataset[-1].X.Equal(dataset[count - 1].X).Should().BeTrue();
            Refused(() => dataset[count]).Should().StartWith("TorchIndexException: ");
            Refused(() => dataset.GetBatch([count])).Should().StartWith("TorchIndexException: ");
        }
    }

    [Test]
    public void Characters_are_numbered_in_the_order_of_their_codes()
    {
        var letters = new CharacterTokenizer("to be, or not");
        letters.Characters.Should().Be(" ,benort");
        letters.Decode(letters.Encode("not to be")).Should().Be("not to be");
        letters.Decode(Torch.Tensor([7, 5], dtype: DType.Uint8)).Should().Be("to");
        Refused(() => letters.Encode("x")).Should().Be("TorchValueException: the character 'x' has no number");
        Refused(() => letters.Decode([8])).Should().Be("TorchValueException: no character has the number 8; there are 8");
        Refused(() => letters.Decode(Torch.Tensor([1L << 40]))).Should().StartWith("TorchValueException: ");
        Refused(() => letters.Decode(Torch.Ones(2))).Should().StartWith("TorchTypeException: ");
    }

    [Test]
    public void A_tokenizer_of_Microsoft_ML_makes_the_tokens()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["vocab.json"], """{ "l": 0, "o": 1, "w": 2, "e": 3, "r": 4, "lo": 5, "low": 6, "er": 7 }""");
        File.WriteAllText(folder["merges.txt"], "#version: 0.2\nl o\nlo w\ne r\n");
        File.WriteAllText(folder["text.txt"], "lowerlowlower");
        var tokenizer = BpeTokenizer.Create(folder["vocab.json"], folder["merges.txt"]);
        var dataset = TextDataset.Load(folder["text.txt"], text => tokenizer.EncodeToIds(text), length: 2);
        dataset.Tokens.ToArray<long>().Should().Equal(6, 7, 6, 6, 7);
        dataset[1].Y.ToArray<long>().Should().Equal(6, 6);
    }

    [Test]
    public void A_file_in_memory_serves_and_one_that_is_no_text_is_refused()
    {
        using var folder = new TemporaryFolder();
        Npy.Save(folder["x.npy"], Torch.Arange(1000).To(DType.Uint16));
        var dataset = new TextDataset(Npy.Load(folder["x.npy"], mmap: true), 8);
        new DataLoader<(Tensor X, Tensor Y)>(dataset, batchSize: 100, shuffle: true, numWorkers: 2)
            .Sum(static batch => batch.Y.Sub(batch.X).Sum().Item<long>()).Should().Be(992 * 8);
        File.WriteAllBytes(folder["x.txt"], [65, 0xFF, 66]);
        Refused(() => TextDataset.Load(folder["x.txt"], new CharacterTokenizer("AB").Encode, 1))
            .Should().Be("TorchFileException: the file is no text in UTF-8");
    }

    [Test]
    public void What_makes_no_item_is_refused()
    {
        Refused(() => new TextDataset(Torch.Arange(3), 3)).Should().Be(
            "TorchValueException: tokens should have one dimension and more than 3 elements, "
            + "but got a tensor of the shape torch.Size([3])");
        Refused(() => new TextDataset(Torch.Ones([2, 2], dtype: DType.Int64), 1)).Should().StartWith("TorchValueException: ");
        Refused(() => new TextDataset(Torch.Ones(9), 3)).Should().Be("TorchTypeException: tokens should be integers, not torch.float32");
        Refused(() => new TextDataset(Torch.Arange(9), 0)).Should().Be(
            "TorchValueException: length and stride should be positive, but got length=0, stride=1");
        Refused(() => new TextDataset(Torch.Arange(9), 2, -1)).Should().StartWith("TorchValueException: ");
        Refused(() => new TextDataset("text", null!, 2)).Should().StartWith("ArgumentNullException: ");
        Refused(() => new TextDataset(null!, static _ => [], 2)).Should().StartWith("ArgumentNullException: ");
        Refused(() => TextDataset.Load("file", null!, 2)).Should().StartWith("ArgumentNullException: ");
        Refused(() => new TextDataset("text", static _ => null!, 2)).Should().Be("TorchTypeException: 'NoneType' object is not iterable");
    }

    private static string Refused(Func<object> action)
    {
        var thrown = action.Should().Throw<Exception>().Which;
        return $"{thrown.GetType().Name}: {thrown.Message}";
    }
}

using System.Text;
using TorchLite;

/// <summary>Every letter there is as an argument of an operator: it comes to libtorch as it was, and is never code.</summary>
internal static class OperatorTexts
{
    private const int Length = 2048;

    // The message repeats the text, up to its end or to a letter with which C ends texts.
    private const string Message = "torch.searchsorted(): side can only be 'left' or 'right' but got ";

    internal static int Run()
    {
        var numbers = Torch.Tensor([1.0, 2.0]);
        var (texts, wrong) = (0, 0);
        var letters = Enumerable.Range(1, 0x10FFFF).Select(static code =>
            code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code));
        foreach (var letter in letters.Chunk(Length).Select(static part => string.Concat(part)).Concat(
            ["\r", "\"", "\\", "\\\"", "\"\"\"", "'", "\")\n    x = 1\n    return (\"", "\\777", "\\x41", "{}", "{0}",
                "#", "\"#", "\\\n", "\ud800"]))
        {
            // A message's end is trimmed.
            var text = letter + "|";
            texts++;
            try
            {
                Torch.Ops.Call("aten::searchsorted.Tensor", numbers, numbers, false, false, text);
            }
            catch (TorchException error)
            {
                // Half a pair is no letter; whatever writes UTF-8 puts the letter for such in its place.
                var expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
                if (error.Message.StartsWith(Message + expected, StringComparison.Ordinal))
                {
                    continue;
                }
            }

            wrong++;
            Console.WriteLine($"wrong: {text[0]} and so on");
        }

        // What C takes for the end of a text may come to less, but to nothing else.
        foreach (var text in new[] { "\0", "a\0b", "\0\"" })
        {
            try
            {
                Torch.Ops.Call("aten::searchsorted.Tensor", numbers, numbers, false, false, text);
                wrong++;
            }
            catch (TorchException)
            {
                texts++;
            }
        }

        Console.WriteLine($"{texts} texts, {wrong} wrong");
        return wrong;
    }
}

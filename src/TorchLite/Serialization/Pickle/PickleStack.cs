using System.Buffers.Binary;

namespace TorchLite.Serialization;

/// <summary>What every reader of pickles needs: the stack with its marks, the memo, and plain values.</summary>
/// <param name="pickle">Where the bytes come from.</param>
/// <param name="budget">What may be made.</param>
internal abstract class PickleStack(PickleSource pickle, PickleBudget budget)
{
    protected PickleSource Pickle => pickle;

    protected PickleBudget Budget => budget;

    protected List<object?> Stack { get; } = [];

    protected List<int> Marks { get; } = [];

    protected Dictionary<uint, object?> Memo { get; } = [];

    protected int Bottom => Marks.Count > 0 ? Marks[^1] : 0;

    /// <summary>The error of a pickle that is malformed.</summary>
    protected abstract TorchFileException Broken(string why);

    /// <summary>Puts null, a bool, an empty tuple or list, a number or a string on the stack.</summary>
    /// <returns>Whether the operand does that.</returns>
    protected bool Plain(char operand)
    {
        switch (operand)
        {
            case 'N':
                Stack.Add(null);
                break;
            case '\x88' or '\x89':
                Stack.Add(operand == '\x88');
                break;
            case ')':
                Stack.Add(Array.Empty<object?>());
                break;
            case ']':
                budget.Spend(PickleBudget.List);
                Stack.Add(new List<object?>());
                break;
            case 'J':
                Stack.Add((long)BinaryPrimitives.ReadInt32LittleEndian(Take(4)));
                break;
            case 'K':
                Stack.Add((long)Take(1)[0]);
                break;
            case 'M':
                Stack.Add((long)BinaryPrimitives.ReadUInt16LittleEndian(Take(2)));
                break;
            case 'G':
                Stack.Add(BinaryPrimitives.ReadDoubleBigEndian(Take(8)));
                break;
            case 'X':
                Stack.Add(PickleText.Decode(Take(BinaryPrimitives.ReadUInt32LittleEndian(Take(4)))));
                break;
            default:
                return false;
        }

        return true;
    }

    protected ReadOnlySpan<byte> Take(uint count) => pickle.Take(count);

    protected object? Recall(uint index) => Memo.TryGetValue(index, out var value) ? value : throw Broken($"memo {index} is empty");

    protected object? Top() => Stack.Count > Bottom ? Stack[^1] : throw Broken("its stack is empty");

    protected object? Pop()
    {
        var value = Top();
        Stack.RemoveAt(Stack.Count - 1);
        return value;
    }

    protected object?[] PopTuple(int count) =>
        Stack.Count - Bottom >= count ? Cut(Stack.Count - count) : throw Broken("its stack is empty");

    protected object?[] PopMark()
    {
        if (Marks.Count == 0)
        {
            throw Broken("it has no mark");
        }

        var items = Cut(Marks[^1]);
        Marks.RemoveAt(Marks.Count - 1);
        return items;
    }

    private object?[] Cut(int start)
    {
        budget.Spend(PickleBudget.Number + (PickleBudget.Slot * (Stack.Count - start)));
        var items = Stack.GetRange(start, Stack.Count - start).ToArray();
        Stack.RemoveRange(start, items.Length);
        return items;
    }
}

using System.Buffers.Binary;
using System.Numerics;

namespace TorchLite.Serialization;

/// <summary>
/// The stack machine of Python's pickles, cut down to what <c>torch.load(weights_only=True)</c> runs. It makes tensors, numbers, texts and
/// containers, and can call nothing: a callable is a name here.
/// </summary>
/// <param name="pickle">Where the bytes come from.</param>
/// <param name="storageOf">Finds the storage of a persistent id.</param>
/// <param name="budget">What it may make.</param>
internal sealed class Unpickler(PickleSource pickle, Func<object?[], PtStorage> storageOf, PickleBudget budget)
{
    private readonly List<object?> stack = [];
    private readonly List<int> marks = [];
    private readonly Dictionary<uint, object?> memo = [];

    /// <summary>The object of the pickle.</summary>
    /// <exception cref="TorchFileException">It is malformed, or requires something else.</exception>
    internal object? Load()
    {
        while (true)
        {
            var operand = (char)Take(1)[0];
            switch (operand)
            {
                case '.':
                    return Pop();
                case '\x80':
                    Take(1);
                    break;
                case 'c':
                    var module = pickle.Line();
                    stack.Add(PickleNames.Find(module, pickle.Line()));
                    break;
                case 'R' or '\x81':
                    var arguments = Pop<object?[]>("a tuple of arguments");
                    stack.Add(PickleCalls.Call(Pop<PickleCallable>("a function that may be called"), arguments, budget));
                    break;
                case 'b':
                    PickleCalls.Build(Pop(), Top());
                    break;
                case 'Q':
                    var id = Pop<object?[]>("the id of a storage");
                    budget.Spend(id.Sum(static part => part is string text ? text.Length : PickleBudget.Slot));
                    stack.Add(storageOf(id));
                    break;
                default:
                    if (!Container(operand) && !Value(operand) && !Memo(operand))
                    {
                        throw PickleNames.Refused($"Unsupported operand {(int)operand}");
                    }

                    break;
            }
        }
    }

    private bool Container(char operand)
    {
        switch (operand)
        {
            case '(':
                marks.Add(stack.Count);
                break;
            case 't':
                stack.Add(PopMark());
                break;
            case '\x85' or '\x86' or '\x87':
                stack.Add(PopTuple(operand - '\x84'));
                break;
            case 'a':
                var item = Pop();
                budget.Spend(2 * PickleBudget.Slot);
                Top<List<object?>>("a list").Add(item);
                break;
            case 'e':
                var items = PopMark();
                budget.Spend(2 * PickleBudget.Slot * items.Length);
                Top<List<object?>>("a list").AddRange(items);
                break;
            case 's':
                SetItems(PopTuple(2));
                break;
            case 'u':
                SetItems(PopMark());
                break;
            default:
                return false;
        }

        return true;
    }

    private bool Value(char operand)
    {
        budget.Spend(PickleBudget.Slot);
        switch (operand)
        {
            case 'N':
                stack.Add(null);
                break;
            case '\x88' or '\x89':
                stack.Add(operand == '\x88');
                break;
            case ')':
                stack.Add(Array.Empty<object?>());
                break;
            case ']':
                budget.Spend(PickleBudget.List);
                stack.Add(new List<object?>());
                break;
            case '}':
                budget.Spend(PickleBudget.Dict);
                stack.Add(new OrderedDictionary<object, object?>(PickleKeys.Comparer));
                break;
            case '\x8f':
                budget.Spend(PickleBudget.Dict);
                stack.Add(new HashSet<object>(PickleKeys.Comparer));
                break;
            case 'J':
                stack.Add((long)BinaryPrimitives.ReadInt32LittleEndian(Take(4)));
                break;
            case 'K':
                stack.Add((long)Take(1)[0]);
                break;
            case 'M':
                stack.Add((long)BinaryPrimitives.ReadUInt16LittleEndian(Take(2)));
                break;
            case '\x8a':
                var number = new BigInteger(Take(Take(1)[0]));
                stack.Add(number >= long.MinValue && number <= long.MaxValue ? (object)(long)number : number);
                break;
            case 'G':
                stack.Add(BinaryPrimitives.ReadDoubleBigEndian(Take(8)));
                break;
            case 'X':
                stack.Add(PickleText.Decode(Take(BinaryPrimitives.ReadUInt32LittleEndian(Take(4)))));
                break;
            case 'U':
                stack.Add(PickleText.Decode(Take(Take(1)[0])));
                break;
            default:
                return false;
        }

        return true;
    }

    private bool Memo(char operand)
    {
        switch (operand)
        {
            case 'q':
                memo[Take(1)[0]] = Top();
                break;
            case 'r':
                memo[BinaryPrimitives.ReadUInt32LittleEndian(Take(4))] = Top();
                break;
            case 'h':
                stack.Add(Recall(Take(1)[0]));
                break;
            case 'j':
                stack.Add(Recall(BinaryPrimitives.ReadUInt32LittleEndian(Take(4))));
                break;
            default:
                return false;
        }

        return true;
    }

    private object? Recall(uint index) => memo.TryGetValue(index, out var value) ? value : throw Malformed($"memo {index} is empty");

    private void SetItems(object?[] items)
    {
        var dict = Top<OrderedDictionary<object, object?>>("a dict");
        if (items.Length % 2 != 0)
        {
            throw Malformed("a key has no value");
        }

        for (var i = 0; i < items.Length; i += 2)
        {
            budget.Spend(PickleBudget.List);
            dict[budget.Key(items[i])] = items[i + 1];
        }
    }

    private ReadOnlySpan<byte> Take(uint count) => pickle.Take(count);

    private int Bottom => marks.Count > 0 ? marks[^1] : 0;

    private object? Top() => stack.Count > Bottom ? stack[^1] : throw Malformed("its stack is empty");

    private T Top<T>(string what) =>
        Top() is T value ? value : throw PickleNames.Refused($"{what} is needed, but got {PickleNames.TypeOf(Top())}");

    private object? Pop()
    {
        var value = Top();
        stack.RemoveAt(stack.Count - 1);
        return value;
    }

    private T Pop<T>(string what)
    {
        var value = Top<T>(what);
        Pop();
        return value;
    }

    private object?[] PopTuple(int count) =>
        stack.Count - Bottom >= count ? Cut(stack.Count - count) : throw Malformed("its stack is empty");

    private object?[] PopMark()
    {
        if (marks.Count == 0)
        {
            throw Malformed("it has no mark");
        }

        var items = Cut(marks[^1]);
        marks.RemoveAt(marks.Count - 1);
        return items;
    }

    private object?[] Cut(int start)
    {
        budget.Spend(PickleBudget.Number + (PickleBudget.Slot * (stack.Count - start)));
        var items = stack.GetRange(start, stack.Count - start).ToArray();
        stack.RemoveRange(start, items.Length);
        return items;
    }

    private static TorchFileException Malformed(string why) => new($"the pickle in the file is malformed: {why}");
}

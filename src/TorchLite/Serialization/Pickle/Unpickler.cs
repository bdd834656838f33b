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
    : PickleStack(pickle, budget)
{
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
                    var module = Pickle.Line();
                    Stack.Add(PickleNames.Find(module, Pickle.Line()));
                    break;
                case 'R' or '\x81':
                    var arguments = Pop<object?[]>("a tuple of arguments");
                    Stack.Add(PickleCalls.Call(Pop<PickleCallable>("a function that may be called"), arguments, Budget));
                    break;
                case 'b':
                    PickleCalls.Build(Pop(), Top());
                    break;
                case 'Q':
                    var id = Pop<object?[]>("the id of a storage");
                    Budget.Spend(id.Sum(static part => part is string text ? text.Length : PickleBudget.Slot));
                    Stack.Add(storageOf(id));
                    break;
                default:
                    if (!Container(operand) && !Value(operand) && !Remembered(operand))
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
                Marks.Add(Stack.Count);
                break;
            case 't':
                Stack.Add(PopMark());
                break;
            case '\x85' or '\x86' or '\x87':
                Stack.Add(PopTuple(operand - '\x84'));
                break;
            case 'a':
                var item = Pop();
                Budget.Spend(2 * PickleBudget.Slot);
                Top<List<object?>>("a list").Add(item);
                break;
            case 'e':
                var items = PopMark();
                Budget.Spend(2 * PickleBudget.Slot * items.Length);
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
        Budget.Spend(PickleBudget.Slot);
        switch (operand)
        {
            case '}':
                Budget.Spend(PickleBudget.Dict);
                Stack.Add(new OrderedDictionary<object, object?>(PickleKeys.Comparer));
                break;
            case '\x8f':
                Budget.Spend(PickleBudget.Dict);
                Stack.Add(new HashSet<object>(PickleKeys.Comparer));
                break;
            case '\x8a':
                var number = new BigInteger(Take(Take(1)[0]));
                Stack.Add(number >= long.MinValue && number <= long.MaxValue ? (object)(long)number : number);
                break;
            case 'U':
                Stack.Add(PickleText.Decode(Take(Take(1)[0])));
                break;
            default:
                return Plain(operand);
        }

        return true;
    }

    private bool Remembered(char operand)
    {
        switch (operand)
        {
            case 'q':
                Memo[Take(1)[0]] = Top();
                break;
            case 'r':
                Memo[BinaryPrimitives.ReadUInt32LittleEndian(Take(4))] = Top();
                break;
            case 'h':
                Stack.Add(Recall(Take(1)[0]));
                break;
            case 'j':
                Stack.Add(Recall(BinaryPrimitives.ReadUInt32LittleEndian(Take(4))));
                break;
            default:
                return false;
        }

        return true;
    }

    private void SetItems(object?[] items)
    {
        var dict = Top<OrderedDictionary<object, object?>>("a dict");
        if (items.Length % 2 != 0)
        {
            throw Malformed("a key has no value");
        }

        for (var i = 0; i < items.Length; i += 2)
        {
            Budget.Spend(PickleBudget.List);
            dict[Budget.Key(items[i])] = items[i + 1];
        }
    }

    private T Top<T>(string what) =>
        Top() is T value ? value : throw PickleNames.Refused($"{what} is needed, but got {PickleNames.TypeOf(Top())}");

    private T Pop<T>(string what)
    {
        var value = Top<T>(what);
        Pop();
        return value;
    }

    protected override TorchFileException Broken(string why) => Malformed(why);

    private static TorchFileException Malformed(string why) => new($"the pickle in the file is malformed: {why}");
}

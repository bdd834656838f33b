using System.Buffers.Binary;
using System.Numerics;
using TorchLite.Serialization;

namespace TorchLite.Jit;

/// <summary>
/// Walks over a pickle of TorchScript before libtorch does, which takes much for granted: that the stack holds what it needs, that tensors
/// lie within their storages, and these within their records.
/// </summary>
/// <param name="bytes">The pickle.</param>
/// <param name="lengthOf">The bytes of a storage's record; null: there is none.</param>
internal sealed class ScriptPickle(byte[] bytes, Func<string, long?> lengthOf)
    : PickleStack(new(bytes), new(bytes.Length))
{
    // Deeper than any value of a program, and far from the end of the stack.
    private const int Deepest = 200;

    /// <summary>Where the value begins, behind what says the version of the pickle.</summary>
    internal int Start { get; private set; }

    /// <summary>
    /// The value: numbers, texts, null; lists, tuples (arrays) and dictionaries of them; <see cref="PickledObject"/> for what has a class,
    /// and <see cref="PickledTensor"/>.
    /// </summary>
    /// <exception cref="TorchFileException">It is malformed.</exception>
    internal object? Load()
    {
        var isBegun = false;
        while (true)
        {
            var operand = (char)Take(1)[0];
            Budget.Spend(PickleBudget.Slot);
            switch (operand)
            {
                case '.':
                    var value = Finished(Pop());
                    return Stack.Count == 0 && Marks.Count == 0 && Pickle.At == bytes.Length ? value
                        : throw Malformed("something is left behind its end");
                case '\x80':
                    if (isBegun || Take(1)[0] != 2)
                    {
                        throw Malformed("its version is not 2");
                    }

                    Start = Pickle.At;
                    break;
                case 'c':
                    var module = Pickle.Line();
                    Stack.Add(new PickledName($"{module}.{Pickle.Line()}"));
                    break;
                case 'R':
                    var arguments = Pop<object?[]>();
                    Stack.Add(ScriptPickleCalls.Call(Pop<PickledName>().Name, Array.ConvertAll(arguments, Finished), lengthOf));
                    break;
                case '\x81':
                    Stack.Add(Pop<object?[]>().Length == 0 ? new PickledObject(Pop<PickledName>().Name)
                        : throw Malformed("a class is called"));
                    break;
                case 'b':
                    var state = Finished(Pop());
                    Stack[^1] = Top<PickledObject>() is { IsBuilt: false } target ? target.Built(state)
                        : throw Malformed("an object is built twice");
                    break;
                case 'Q':
                    Stack.Add(ScriptPickleCalls.Storage(Pop<object?[]>(), lengthOf));
                    break;
                default:
                    if (!Container(operand) && !Value(operand) && !Remembered(operand))
                    {
                        throw Malformed($"it has the operand {(int)operand}");
                    }

                    break;
            }

            isBegun = true;
        }
    }

    private bool Container(char operand)
    {
        switch (operand)
        {
            case '(':
                Marks.Add(Stack.Count);
                if (Marks.Count > Deepest)
                {
                    throw Malformed("it is nested too deep");
                }

                break;
            case 't':
                Stack.Add(PopMark());
                break;
            case '\x85' or '\x86' or '\x87':
                Stack.Add(PopTuple(operand - '\x84'));
                break;
            case 'a':
                var item = Finished(Pop());
                Top<List<object?>>().Add(item);
                break;
            case 'e':
                var items = Array.ConvertAll(PopMark(), Finished);
                Top<List<object?>>().AddRange(items);
                break;
            case 's':
                SetItems(Stack.Count - Bottom >= 3 ? PopTuple(2) : throw Malformed("its stack is empty"));
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
        switch (operand)
        {
            case '}':
                Budget.Spend(PickleBudget.Dict);
                Stack.Add(new PickledDict());
                break;
            case '\x8a':
                var number = Take(1)[0] is <= 8 and var length ? new BigInteger(Take(length)) : throw Malformed("a number is too large");
                Stack.Add((long)number);
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
            case 'q' or 'r':
                // libtorch makes room for all numbers below.
                var place = operand == 'q' ? Take(1)[0] : BinaryPrimitives.ReadUInt32LittleEndian(Take(4));
                Memo[place <= Memo.Count ? place : throw Malformed("its memo has gaps")] = Top();
                break;
            case 'h' or 'j':
                var index = operand == 'h' ? Take(1)[0] : BinaryPrimitives.ReadUInt32LittleEndian(Take(4));
                Stack.Add(Recall(index));
                break;
            default:
                return false;
        }

        return true;
    }

    private void SetItems(object?[] items)
    {
        var dict = Top<PickledDict>();
        for (var i = 0; i < items.Length; i += 2)
        {
            Budget.Spend(PickleBudget.List);
            dict.Items.Add(i + 1 < items.Length ? new(Finished(items[i]), Finished(items[i + 1])) : throw Malformed("a key has no value"));
        }
    }

    // What is only a name, or an object that is not built, is a number to libtorch.
    private static object? Finished(object? value) => value is PickledObject { IsBuilt: false } or PickledName { IsClass: true }
        ? throw Malformed("an object is not built") : value;

    private T Top<T>() => Top() is T value ? value : throw Malformed($"a {typeof(T).Name} is needed");

    private T Pop<T>()
    {
        var value = Top<T>();
        Pop();
        return value;
    }

    protected override TorchFileException Broken(string why) => Malformed(why);

    internal static TorchFileException Malformed(string why) => new($"a pickle in the TorchScript archive is malformed: {why}");
}

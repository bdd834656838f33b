using NumSharp;
using TorchLite;

// Torch Tensors和Numpy array 共享底层的内存空间,当改变其中的一个值,另外一个值也随之被改变
var a = Torch.Ones(5);  // 5个1
Console.WriteLine(a);

var b = a.Numpy();  // 将tensor 转 numpy array
Console.WriteLine(b);

a.Add_(1);  // 改变a的值

Console.WriteLine(a);
Console.WriteLine(b);


var c = np.ones(5);  // 在Python里还是叫a和b, 但是C#的变量不能改变类型
Console.WriteLine(c);

var d = Torch.FromNumpy(c);  // 将numpy array 转tensor
Console.WriteLine(d);

d.Add_(1);

Console.WriteLine(d);
Console.WriteLine(c);
